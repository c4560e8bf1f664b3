// For agencies whose standard names ways to complain, but neither steps nor limits: the national flow as an example.
import { Standard } from '@layan/domain/standard/standard';
import document from './pengaduan.json' with { type: 'json' };

export const pengaduan = Standard.parse(document);
