// Brings the certificate to whom the announcement named: as a document to keep, and as data to check.
import { dayInWords, momentInWords } from '@layan/domain/deadline/dates-in-words';
import { type Letter, letterHtml, letterText } from '../../notice/notice-letter.ts';
import type { KeptCertificate } from '../../ports/certificates.ts';
import type { Mail } from '../../ports/notices.ts';
import type { TenantRegistration } from '../../ports/tenants.ts';

/** Everything that is needed to check the signature. */
export const certificateFile = ({ certificate, jws, publicKey }: KeptCertificate): string =>
  `${JSON.stringify({ certificate, jws, publicKey }, null, 2)}\n`;

export const certificateMail = (
  { tenant }: Pick<TenantRegistration, 'tenant'>,
  kept: KeptCertificate,
  consoleOrigin: string,
): Omit<Mail, 'to'> => {
  const { certificate, pdf } = kept;
  const name = `berita-acara-pemusnahan-${tenant.id}`;
  const letter: Letter = {
    title: `Data ${tenant.name} di Layan sudah dimusnahkan`,
    sections: [
      {
        lines: [
          `Pemusnahan selesai pada ${momentInWords(tenant.calendar.zone, certificate.destroyedAt)}.`,
          'Berita acaranya terlampir sebagai PDF, dan sebagai data bertanda tangan untuk diperiksa.',
          `Salinan cadangan yang tersandi berakhir paling lambat ${dayInWords(certificate.backupsUntil)}.`,
        ],
      },
      { title: 'Sidik berita acara', lines: [certificate.hash] },
    ],
    link: { label: 'Tentang Layan', url: consoleOrigin },
    foot: ['Surel ini dikirim kepada alamat yang ditetapkan saat pengakhiran diumumkan.'],
  };
  return {
    from: 'Layan',
    subject: letter.title,
    text: letterText(letter),
    html: letterHtml(letter),
    attachments: [
      { name: `${name}.pdf`, contentType: 'application/pdf', bytes: pdf },
      {
        name: `${name}.json`,
        contentType: 'application/json',
        bytes: new TextEncoder().encode(certificateFile(kept)),
      },
    ],
  };
};
