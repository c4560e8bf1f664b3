// Files the case of another service that a task waits for: under its published standard, with what is carried over sealed
// anew. Repeated or at the same time as others it files one case.
import type { FileCase } from '@layan/domain/case/command';
import { decideFiling } from '@layan/domain/case/decide-filing';
import type { LinkedCase, ParentCase } from '@layan/domain/case/event';
import type { WantedCase, WantedSubcase } from '@layan/domain/case/subcases';
import { makeTicket } from '@layan/domain/case/ticket';
import { StandardId } from '@layan/domain/kernel/ids';
import { indexOf, mustHave } from '@layan/domain/process/process-index';
import type { Channel } from '@layan/domain/standard/channel';
import type { Standard } from '@layan/domain/standard/standard';
import { caseChange, snapshotAfter } from '../case/case-change.ts';
import { decideNumbered } from '../case/decide-numbered.ts';
import { areaOf, displayNameOf, peopleOf, unnamed } from '../filing/people-in-case.ts';
import { randomId } from '../kernel/random-id.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { CaseRecord } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { secretIndex } from '../session/secret-index.ts';
import { findPublished, type Published } from '../standard/find-published.ts';
import { getSetting } from '../tenant/setting.ts';
import { carriedValues, withoutLeaks } from './carried-values.ts';
import { subcaseId } from './subcase-id.ts';

export type SubcasePorts = Pick<
  Ports,
  'directory' | 'standards' | 'cases' | 'products' | 'vault' | 'clock' | 'random'
>;

export type FiledSubcase = Pick<CaseRecord['snapshot'], 'id' | 'ticket'>;

const attempts = 5;

/** What the new case knows of the one that opened it. */
type Origin = { readonly parent: ParentCase } | { readonly predecessor: LinkedCase };

/** A case that opens a case that opens a case … ends here: no service means that. */
const deepest = 5;

const depthOf = async (ports: Pick<Ports, 'cases'>, { snapshot }: CaseRecord): Promise<number> => {
  let depth = 0;
  const aboveOf = ({ parent, predecessor }: CaseRecord['snapshot']) => parent ?? predecessor;
  for (let above = aboveOf(snapshot); above && depth < deepest; depth += 1) {
    const found = await ports.cases.find(above.caseId);
    above = found && aboveOf(found.snapshot);
  }
  return depth;
};

/** Published by the same agency, with the channel that is meant; else somebody has to look at it. */
const findService = async (
  ports: SubcasePorts,
  { snapshot }: CaseRecord,
  { service, channel }: WantedCase,
): Promise<{ readonly published: Published; readonly channel: Channel }> => {
  const id = StandardId.safeParse(service).data;
  const published = id && (await findPublished(ports.standards, id));
  if (!published || published.version.standard.agency !== snapshot.agency)
    throw new Error(`case ${snapshot.id} waits for ${service}, which its agency has not published`);
  const index = indexOf(published.version.standard.process);
  return { published, channel: mustHave(index.channels.get(channel), `channel ${channel} of ${service}`) };
};

/** Who stays unknown or asked for confidence does so in both, whatever the other service offers to people who ask. */
const privacyOf = ({ snapshot }: CaseRecord, { id, process }: Standard) => {
  const { anonymous, confidential } = snapshot;
  if (confidential && !process.confidential)
    throw new Error(`case ${snapshot.id} is confidential, and nobody of ${id} may open one that is`);
  return {
    ...(anonymous && { anonymous: true as const }),
    ...(confidential && { confidential: true as const }),
  };
};

const attempt = async (
  ports: SubcasePorts,
  parent: CaseRecord,
  wanted: WantedCase,
  origin: Origin,
  left: number,
): Promise<FiledSubcase> => {
  const { cases, vault, random, products } = ports;
  const id = await subcaseId(vault, wanted.key);
  const filed = await cases.find(id);
  if (filed) return filed.snapshot;
  if (left === 0) throw new Error(`the case for ${wanted.key} was not filed in ${attempts} attempts`);
  if ((await depthOf(ports, parent)) >= deepest)
    throw new Error(`case ${parent.snapshot.id} is opened by a case that is opened by a case, and so on`);

  const { published, channel } = await findService(ports, parent, wanted);
  const { standard } = published.version;
  const index = indexOf(standard.process);
  const pinned = await ports.standards.getPinned(parent.snapshot.standard);
  const { anonymous: unknown = false } = parent.snapshot;
  const carried = withoutLeaks(indexOf(pinned.standard.process), index, wanted.facts, unknown);
  const values = await carriedValues(vault, parent, carried);
  const [key, ticket] = [await vault.newKey(id), makeTicket((count) => random.bytes(count))];
  const seal = caseSeal(vault, key, id);
  const privacy = privacyOf(parent, standard);
  const area = parent.snapshot.area ?? areaOf(index, values);
  const command: FileCase = {
    type: 'fileCase',
    caseId: id,
    standard: published.ref,
    ticket,
    channel: channel.id,
    facts: await seal.sealFacts(index.facts, values),
    attachments: [],
    ...origin,
    ...privacy,
    ...(area !== undefined && { area }),
  };
  const { tenant, now } = await getSetting(ports);
  const decided = await decideNumbered(
    { products, tenant, agency: standard.agency },
    { now, by: { party: 'system' }, newId: () => randomId(random), hash: sha256 },
    (context) => decideFiling(standard, command, context),
  );
  if (!decided.ok) throw new Error(`the case for ${wanted.key} may not be filed: ${decided.error.code}`);
  const pages = standard.process.forms.find((form) => form.id === channel.form)?.pages ?? [];
  const anonymous = privacy.anonymous ?? channel.identity === 'anonymous';
  const change = await caseChange(vault, standard, {
    after: {
      snapshot: snapshotAfter(standard, undefined, decided.value),
      key,
      // Nobody holds its secret: the applicant follows it through the case that waits for it.
      secretIndex: await secretIndex(vault, ticket, randomId(random)),
      displayName: await seal.sealText('display', anonymous ? unnamed : displayNameOf(index, pages, values)),
    },
    events: decided.value,
    people: anonymous ? [] : await peopleOf(vault, index, values),
  });
  if (change.ok && (await cases.commit(change.value)).ok) return { id, ticket };
  return attempt(ports, parent, wanted, origin, left - 1);
};

export const fileSubcase = (
  ports: SubcasePorts,
  parent: CaseRecord,
  wanted: WantedSubcase,
): Promise<FiledSubcase> => {
  const { id: caseId, ticket } = parent.snapshot;
  return attempt(ports, parent, wanted, { parent: { caseId, ticket, task: wanted.task } }, attempts);
};

/** The next matter of the same person, once this one has ended. */
export const fileSuccessor = (
  ports: SubcasePorts,
  ended: CaseRecord,
  wanted: WantedCase,
): Promise<FiledSubcase> => {
  const { id: caseId, ticket } = ended.snapshot;
  return attempt(ports, ended, wanted, { predecessor: { caseId, ticket } }, attempts);
};
