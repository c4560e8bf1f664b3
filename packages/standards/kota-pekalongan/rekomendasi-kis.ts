// Kota Pekalongan: letters of recommendation for the Kartu Indonesia Sehat.
import { Standard } from '@layan/domain/standard/standard';
import document from './rekomendasi-kis.json' with { type: 'json' };

export const rekomendasiKis = Standard.parse(document);
