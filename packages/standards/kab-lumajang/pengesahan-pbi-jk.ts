// Kabupaten Lumajang: proposals of one village or kelurahan, from the deliberation to the ratification by the regent.
import { Standard } from '@layan/domain/standard/standard';
import document from './pengesahan-pbi-jk.json' with { type: 'json' };

export const pengesahanPbiJk = Standard.parse(document);
