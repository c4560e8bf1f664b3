// What is said where a service was taken away: nothing new, and what runs goes on.
import { findWithdrawn } from '@layan/application/standard/find-withdrawn';
import { dateInWords } from '@layan/domain/deadline/dates-in-words';
import type { StandardId } from '@layan/domain/kernel/ids';
import { notFound, say } from '../answer.tsx';
import type { PortalContext } from '../env.ts';

/** Says so of a service that was withdrawn; of any other that it is not found. */
export async function goneOrNotFound(c: PortalContext, service: StandardId): Promise<Response> {
  const withdrawn = await findWithdrawn(c.get('ports').standards, service);
  if (!withdrawn) return notFound(c);
  const { zone } = c.get('tenant').calendar;
  return say(c, 410, {
    title: 'Layanan ini sudah ditarik',
    sentences: [
      `${withdrawn.shortTitle} tidak menerima permohonan baru sejak ${dateInWords(zone, withdrawn.since)}.`,
      `Alasan: ${withdrawn.reason}`,
      'Permohonan yang sudah dikirim tetap kami selesaikan. Lacak dengan nomor tiket dan kode rahasia.',
    ],
    way: { path: '/lacak', label: 'Lacak berkas' },
  });
}
