// The certificate: what was destroyed, by whom, until when a way back exists; signed, laid out as a document, kept, and
// sent to whom it may concern.
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import { canonicalJson } from '@layan/domain/kernel/canonical-json';
import { epochMs, toInstantText } from '@layan/domain/kernel/instant';
import { sha256 } from '../../kernel/sha256.ts';
import type { Certificate, Offboarding } from '../../ports/offboarding.ts';
import type { TenantRegistration } from '../../ports/tenants.ts';
import { certificateArtwork } from './certificate-artwork.ts';
import { certificateMail } from './certificate-mail.ts';
import type { Do, OffboardPorts } from './leaving-step.ts';

const DAY = 86_400_000;

function certificateOf(
  { clock, backupDays }: Pick<OffboardPorts, 'clock' | 'backupDays'>,
  { tenant }: TenantRegistration,
  leaving: Offboarding,
): Certificate {
  const { people, destruction, fetched } = leaving;
  const nameOf = (id: string | undefined) => (id === undefined ? '' : (people[id] ?? id));
  const now = clock.now();
  const last = toInstantText(epochMs(now) + backupDays * DAY);
  const said: Omit<Certificate, 'hash'> = {
    tenant: tenant.id,
    name: tenant.name,
    announcedBy: nameOf(leaving.announcedBy),
    confirmedBy: nameOf(leaving.confirmedBy),
    destroyedBy: nameOf(destruction?.askedBy),
    agreedBy: nameOf(destruction?.agreedBy),
    ...(fetched ? { fetchedAt: fetched.at } : {}),
    ...(destruction?.reason === undefined ? {} : { unfetched: destruction.reason }),
    destroyedAt: now,
    backupsUntil: dateIn(tenant.calendar.zone, last),
    table: tenant.id,
    objects: leaving.objects,
    accounts: leaving.accounts,
    keys: leaving.keys,
    exported: leaving.exported,
    heads: leaving.heads,
  };
  return { ...said, hash: sha256(canonicalJson(said)) };
}

export const certify: Do = async (ports, registration, leaving) => {
  const { tenant } = registration;
  const known = await ports.certificates.find(tenant.id);
  const certificate = known ? known.certificate : certificateOf(ports, registration, leaving);
  if (!known) {
    const signature = await ports.signer.sign(certificate);
    const pdf = await ports.drawCertificate(certificateArtwork(registration, certificate, signature));
    await ports.certificates.keep(tenant.id, { ...signature, certificate, pdf });
  }
  return { next: { ...leaving, certificate } };
};

/** One that was told already is told again when a later address failed: better twice than never. */
export const tell: Do = async (ports, registration, leaving) => {
  const kept = await ports.certificates.find(registration.tenant.id);
  if (!kept) throw new Error('There is no certificate to send.');
  const addresses = new Set([registration.firstManager.email, ...leaving.addresses]);
  const mail = certificateMail(registration, kept, ports.consoleOrigin);
  for (const to of addresses) await ports.mailer.send({ ...mail, to });
  return { next: leaving };
};
