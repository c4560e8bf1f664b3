// What an operation must find to succeed, where the access matrix asks it about something that it refuses.
import { makePrepareIntakeUpload } from '@layan/application/counter/prepare-intake-upload';
import { makeSaveIntake } from '@layan/application/counter/save-intake';
import { makeStartIntake } from '@layan/application/counter/start-intake';
import { makeRecordBreach } from '@layan/application/privacy/breaches';
import { makeApproveStandard } from '@layan/application/standard/approve-standard';
import { makeConfirmReading } from '@layan/application/standard/confirm-reading';
import { makeSaveDraft } from '@layan/application/standard/save-draft';
import { answersOf, valueIn } from '@layan/testing/scenes/ultpk-scene';
import type { StaffOperation } from '../access/asks.ts';
import type { Office } from '../access/office.ts';
import { sentOf } from '../access/questions.ts';
import { nothingKnown, type Thing } from '../access/things.ts';

/** All that a household brings to the counter, typed in and not sent yet. */
const wholeIntake = async ({ ports, services, cast, nextPerson, arrive }: Office) => {
  const member = cast('frontOffice');
  const { caseId } = valueIn(await makeStartIntake(ports)({ member, standard: services.claims.id }));
  for (const requirement of ['head-id-card', 'family-card']) {
    const asked = { member, caseId, requirement };
    await arrive(caseId, valueIn(await makePrepareIntakeUpload(ports)(asked)).documentId);
  }
  const revision = (await ports.filings.find(caseId))?.filing.revision ?? 0;
  const entered = Object.assign({}, ...Object.values(answersOf(nextPerson())));
  const saved = valueIn(await makeSaveIntake(ports)({ member, caseId, revision, entered, papers: [] }));
  return { caseId, revision: saved.revision };
};

/** The next version of a service that runs, with nothing in its way. */
const readyVersion = async ({ ports, services, cast }: Office) => {
  const member = cast('manager');
  const document = { ...services.claims, summary: 'Ringkasan yang diperbarui.' };
  const { version } = valueIn(await makeSaveDraft(ports)({ member, document })).version;
  const standard = services.claims.id;
  const hash = async () => (await ports.standards.find(standard, version))?.hash ?? '';
  for (const { id: reading } of services.claims.readings)
    valueIn(await makeConfirmReading(ports)({ member, standard, version, reading }));
  return { standardId: standard, standard, version, hash: await hash() };
};
const approvedVersion = async (office: Office) => {
  const made = await readyVersion(office);
  const member = office.cast('manager');
  const decree = { number: '188/9001/2026', enactedOn: '2026-02-03', withoutConsultation: 'Hanya ejaan.' };
  const { version } = valueIn(await makeApproveStandard(office.ports)({ ...made, member, ...decree }));
  return { ...made, hash: version.hash };
};
const aBreach = async ({ ports, cast }: Office) => {
  const member = cast('protectionOfficer');
  const discovered = { date: '2026-02-03', time: '09:00' };
  const when = { discovered, from: '2026-01-01', to: '2026-02-03' };
  const how = 'Laptop hilang di kendaraan.';
  const breaches = valueIn(await makeRecordBreach(ports)({ member, ...when, data: ['identity'], how }));
  return { requestId: breaches[0]?.id ?? '' };
};

const successes: Partial<Record<StaffOperation, (office: Office) => Promise<Partial<Thing>>>> = {
  submitIntake: wholeIntake,
  consultStandard: readyVersion,
  approveStandard: readyVersion,
  scheduleStandard: approvedVersion,
  publishStandard: approvedVersion,
  markBreach: aBreach,
};

/** What is refused also here, by the status of its refusal: nothing of a government that stays is exported. */
export const refusedAnyway: Partial<Record<StaffOperation, number>> = { fetchExport: 404 };

/** The request, about a thing with which it succeeds. */
export const successOf = async (name: StaffOperation, office: Office) => {
  const made = await successes[name]?.(office);
  if (!made) return undefined;
  const sent = sentOf(name, { ...nothingKnown, ...made }, office);
  // The matrix asks about a breach that nobody recorded.
  if (name !== 'markBreach') return sent;
  const body = { mark: 'authorityToldAt' };
  return { ...sent, url: sent.url.replace('/x/marks', `/${made.requestId}/marks`), body };
};
