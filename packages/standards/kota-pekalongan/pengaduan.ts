// Kota Pekalongan: complaints about services, the national flow on the channels of its own standard.
import { Standard } from '@layan/domain/standard/standard';
import document from './pengaduan.json' with { type: 'json' };

export const pengaduan = Standard.parse(document);
