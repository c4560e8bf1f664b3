// Kota Kupang: complaints to the Dinas Sosial, face to face, by letter, suggestion box, SP4N-LAPOR and messages.
import { Standard } from '@layan/domain/standard/standard';
import document from './pengaduan.json' with { type: 'json' };

export const pengaduan = Standard.parse(document);
