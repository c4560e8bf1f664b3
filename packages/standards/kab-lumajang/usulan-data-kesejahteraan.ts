// Kabupaten Lumajang: proposals for the welfare registry (DTSEN), which may lead to a proposal for premium assistance.
import { Standard } from '@layan/domain/standard/standard';
import document from './usulan-data-kesejahteraan.json' with { type: 'json' };

export const usulanDataKesejahteraan = Standard.parse(document);
