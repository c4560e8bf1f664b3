// Kota Probolinggo: assistance claims at the integrated poverty service unit (ULTPK), with its two cards.
import { Standard } from '@layan/domain/standard/standard';
import document from './ultpk.json' with { type: 'json' };

export const ultpk = Standard.parse(document);
