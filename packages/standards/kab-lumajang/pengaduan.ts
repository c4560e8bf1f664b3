// Kabupaten Lumajang: complaints about services, the national flow with a first response in 2x24 hours.
import { Standard } from '@layan/domain/standard/standard';
import document from './pengaduan.json' with { type: 'json' };

export const pengaduan = Standard.parse(document);
