// Kabupaten Lumajang: proposals for the premium assistance of the national health insurance (PBI-JK).
import { Standard } from '@layan/domain/standard/standard';
import document from './verval-pbi-jk.json' with { type: 'json' };

export const vervalPbiJk = Standard.parse(document);
