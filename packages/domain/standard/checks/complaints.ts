// Whoever complains about the service must reach somebody who answers, by a time.
import { type Finding, finding } from '../finding.ts';
import type { Standard } from '../standard.ts';
import { channelsNamedIn } from './channel-words.ts';

const limit = /(?<!\d)\d{1,4} {0,3}(?:\([^)]{1,30}\))? {0,3}(?:x {0,2}24 {0,3})?(?:menit|jam|hari)\b/i;
const responder = /\b(?:pejabat|petugas|pengelola|tim|kepala|admin|operator|sekretaris|bidang)\b/i;

/** A complaint service is answered by its own steps and promises. */
export const checkComplaints = ({ id, kind, complaints, components }: Standard): readonly Finding[] => {
  if (kind === 'complaint') return [];
  const place = 'components.complaintHandling';
  const sentences = components.find(({ key }) => key === 'complaintHandling')?.sentences ?? [];
  if (String(complaints) === String(id)) {
    const message = 'Pengaduan diarahkan ke layanan ini sendiri, yang bukan layanan pengaduan.';
    return [finding('complaints-unanswered', 'complaints', message)];
  }
  const lacking = [
    ...(sentences.some(({ text }) => responder.test(text)) ? [] : ['siapa yang menanggapi']),
    ...(sentences.some(({ text }) => limit.test(text)) ? [] : ['berapa lama']),
  ];
  if (complaints !== undefined || sentences.length === 0 || lacking.length === 0) return [];
  const named = sentences.filter(({ text }) => channelsNamedIn(text).length > 0);
  return [
    finding(
      'complaints-unanswered',
      place,
      `Penanganan pengaduan disebut tanpa ${lacking.join(' dan ')}.`,
      (named.length > 0 ? named : sentences).map((sentence) => sentence.id),
    ),
  ];
};
