// Kota Probolinggo: complaints about its services, on the ways that the ULTPK standard names, adopted from the national example.
import { Standard } from '@layan/domain/standard/standard';
import document from './pengaduan.json' with { type: 'json' };

export const pengaduan = Standard.parse(document);
