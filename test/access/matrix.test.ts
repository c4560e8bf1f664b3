// Every operation of the APIs for staff, asked by everybody about everything: their own, another owner's, another area's,
// another agency's, another tenant's, and nothing at all.

import { managerRole } from '@layan/domain/case/authority';
import type { Standard } from '@layan/domain/standard/standard';
import { describe, expect, it } from 'vitest';
import { asks, type StaffOperation } from './asks.ts';
import { ELSEWHERE, type Role, roles } from './cast.ts';
import { type Expectation, expectations } from './expectations.ts';
import type { Office } from './office.ts';
import { type Answer, answerOf, operationNames, requestOf, sentOf, tables } from './questions.ts';
import { type Kind, make, makers, nothingKnown, type Thing, unknownOf } from './things.ts';
import { aWorld, tokenOf } from './world.ts';
import { written } from './written.ts';

const world = await aWorld();
const { own, otherAgency, otherTenant } = world;
const { tenant } = own.ports;
const active = roles.filter((role) => role !== 'deactivated');

/** What nobody has for themselves: named alike in every office, so that nothing of it can be foreign. */
const common: readonly Kind[] = [
  'nothing',
  'cardRegister',
  'letterRegister',
  'letterSettings',
  'privacyTerms',
  'closure',
  'specialHours',
];
const byArea: readonly Kind[] = ['claim', 'survey', 'card', 'batch'];
const byOwner: readonly Kind[] = ['intake'];

let asked = 0;
const put = async (
  name: StaffOperation,
  thing: Thing,
  subject: string,
  office: Office = own,
): Promise<Answer> => {
  asked += 1;
  return answerOf(
    await world.fetch(requestOf(sentOf(name, thing, office), tokenOf(office.ports.tenant, subject))),
  );
};

/** Ids of things that are not theirs; whatever they ask, these are not told. */
const foreign = new Set<string>();
const known = new Set<string>(Object.values(nothingKnown).map(String));
const names = [
  'caseId',
  'line',
  'ticket',
  'memberId',
  'importId',
  'letterId',
  'cardId',
  'documentId',
] as const;
const isForeign = (thing: Thing): Thing => {
  for (const name of names) if (!known.has(String(thing[name]))) foreign.add(String(thing[name]));
  return thing;
};
const toldOf = ({ text }: Answer, asked: readonly Thing[]): readonly string[] => {
  const own = new Set(asked.flatMap((thing) => Object.values(thing).map(String)));
  return [...foreign].filter((id) => text.includes(id) && !own.has(id));
};

const isDone = ({ status }: Answer): boolean => status >= 200 && status < 300;

describe.each(operationNames)('%s', (name) => {
  const { about } = asks[name];
  const { may, told, unless }: Expectation = expectations[name];
  const changes = tables[name]?.method !== 'GET';
  const [first] = may;
  const owner = own.cast(first ?? 'manager');
  const hidden = active.filter((role) => !may.includes(role) && !told.includes(role));

  it('is for members of the tenant who are there', async () => {
    const thing = await make(about, own, { owner });
    const sent = sentOf(name, thing, own);
    const before = await written(own);
    const ask = async (authorization: string | undefined) =>
      answerOf(await world.fetch(requestOf(sent, authorization)));
    expect(await ask(undefined)).toMatchObject({ status: 401, code: 'token-missing' });
    expect(await ask('Bearer of-another-pool')).toMatchObject({ status: 401, code: 'token-invalid' });
    const stranger = otherTenant.cast(first ?? 'manager').id;
    expect(await ask(tokenOf(tenant, stranger))).toMatchObject({ status: 403, code: 'not-a-member' });
    const gone = own.cast('deactivated').id;
    expect(await ask(tokenOf(tenant, gone))).toMatchObject({ status: 403, code: 'member-deactivated' });
    expect(await written(own)).toBe(before);
  });

  it('is done by those who may, to what is theirs', async () => {
    const shared = await make(about, own, { owner });
    for (const role of may) {
      const asking = own.cast(role);
      const thing = changes ? await make(about, own, { owner: asking }) : shared;
      const answer = await put(name, thing, asking.id);
      if (unless === undefined) expect(isDone(answer), `${role}: ${answer.text.slice(0, 300)}`).toBe(true);
      else expect([role, answer.status >= 404, answer.code]).toEqual([role, true, unless]);
      expect(toldOf(answer, [thing]), role).toEqual([]);
    }
  });

  it('is refused to everybody else, who learn no more than they may see, and changes nothing', async () => {
    const thing = await make(about, own, { owner });
    const before = await written(own);
    for (const role of told) {
      const answer = await put(name, thing, own.cast(role).id);
      const nothing = await put(name, unknownOf(thing), own.cast(role).id);
      expect([role, answer.status]).toEqual([role, refusalOf(name)]);
      expect([role, answer.bytes === nothing.bytes]).toEqual([role, about === 'nothing']);
    }
    for (const role of hidden) {
      const answer = await put(name, thing, own.cast(role).id);
      const nothing = await put(name, unknownOf(thing), own.cast(role).id);
      expect([role, answer.bytes]).toEqual([role, nothing.bytes]);
      expect([role, [403, 404].includes(answer.status) || findsNothing(name, answer)]).toEqual([role, true]);
    }
    expect(await written(own)).toBe(before);
  });

  // A draft is saved under a name that it brings along; that of another agency is refused as taken.
  if (common.includes(about) || name === 'saveDraft') return;

  it('answers what is foreign and what does not exist with the same bytes', async () => {
    const thing = await make(about, own, { owner });
    const foreignThings = [
      isForeign(await make(about, otherAgency, { owner: otherAgency.cast(first ?? 'manager') })),
      isForeign(await make(about, otherTenant, { owner: otherTenant.cast(first ?? 'manager') })),
    ];
    const before = [await written(own), await written(otherTenant)];
    for (const role of [...may, ...told]) {
      const { id } = own.cast(role);
      const nothing = await put(name, unknownOf(thing), id);
      expect([role, isDone(nothing) && !findsNothing(name, nothing)]).toEqual([role, false]);
      for (const one of foreignThings) {
        expect([role, (await put(name, one, id)).bytes]).toEqual([role, nothing.bytes]);
        // And what is theirs with a part of what is not: a scan of another case, a colleague of another agency.
        const whole = Object.fromEntries((wholes[name] ?? []).map((of) => [of, thing[of]]));
        const mixed = await put(name, { ...one, ...whole }, id);
        const unmixed = await put(name, { ...unknownOf(thing), ...whole }, id);
        if (wholes[name]) expect([role, mixed.bytes]).toEqual([role, unmixed.bytes]);
      }
    }
    expect([await written(own), await written(otherTenant)]).toEqual(before);
  });

  if (byArea.includes(about) || name === 'startBatch')
    it('is of the area of those who work in one', async () => {
      const thing = await make(about, own, { owner, area: ELSEWHERE });
      for (const role of [...may, ...told]) {
        const { id, areas } = own.cast(role);
        const bound = areas.length > 0;
        const answer = await put(name, thing, id);
        const nothing = await put(name, { ...unknownOf(thing), standard: thing.standard }, id);
        if (bound) expect([role, answer.bytes]).toEqual([role, nothing.bytes]);
        else expect([role, answer.bytes === nothing.bytes]).toEqual([role, false]);
      }
    });

  if (byOwner.includes(about))
    it('is of whoever began it', async () => {
      const thing = await make(about, own, { owner: own.cast('colleague') });
      const before = await written(own);
      for (const role of may) {
        const { id } = own.cast(role);
        expect((await put(name, thing, id)).bytes).toBe((await put(name, unknownOf(thing), id)).bytes);
      }
      expect(await written(own)).toBe(before);
    });
});

/** A search that finds nothing is answered as one. */
function findsNothing(name: StaffOperation, { status, text }: Answer): boolean {
  return name === 'findCard' && status === 200 && text === '{"cards":[]}';
}

/** Whose look at a letter is out of turn is told so as a matter of the moment. */
const refusalOf = (name: StaffOperation): number => (name === 'previewLetter' ? 409 : 403);

/** Operations that name a part of a whole, in the path or in the body: the whole is theirs, the part is not. */
const wholes: Partial<Record<StaffOperation, readonly (keyof Thing)[]>> = {
  openDocument: ['caseId'],
  changeProduct: ['caseId', 'seq'],
  openLetter: ['caseId'],
  prepareLetterUpload: ['caseId'],
  listSignatories: ['caseId'],
  chooseSignatory: ['caseId', 'letterId', 'seq'],
  assignTask: ['caseId', 'task', 'seq'],
  printLetter: ['caseId'],
  dropIntakeDocument: ['caseId'],
  startBatch: ['standard'],
  decideLines: ['caseId', 'step', 'seq'],
};

describe('the cast', () => {
  it('has a member for every role that the services know, and each has one', () => {
    const all: readonly Standard[] = Object.values(own.services);
    const inServices = all.flatMap(({ process }) =>
      process.steps.flatMap(({ role, enteredBy }) =>
        [role, enteredBy].filter((id) => id !== undefined && id !== 'applicant'),
      ),
    );
    const held = active.flatMap((role: Role) => own.cast(role).roles);
    for (const role of [...inServices, managerRole]) expect(held).toContain(role);
  });
});

describe('a confidential complaint', () => {
  it('is for the roles that its service names; to everybody else, managers too, it is not there', async () => {
    const { caseId } = await own.complaint(true);
    const thing = { ...nothingKnown, caseId };
    for (const role of active) {
      const answer = await put('getCase', thing, own.cast(role).id);
      const nothing = await put('getCase', nothingKnown, own.cast(role).id);
      if (role === 'keeper') expect(isDone(answer)).toBe(true);
      else expect([role, answer.bytes]).toEqual([role, nothing.bytes]);
    }
  });
});

it('has an operation for every kind of thing', () => {
  console.log(`R2: ${operationNames.length} operations by ${roles.length} roles, ${asked} questions.`);
  const known = new Set<Kind>(operationNames.map((name) => asks[name].about));
  expect(Object.keys(makers).filter((kind) => ![...known].some((one) => one === kind))).toEqual([]);
});
