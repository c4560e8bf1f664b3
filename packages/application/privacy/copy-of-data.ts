// The copy that a person gets of their own data (UU 27/2022 art. 7, 32): everything that is kept of the cases of a request,
// opened, in words and as data, with who looked at it.

import { isSealed } from '@layan/domain/case/facts';
import { statedPromises } from '@layan/domain/case/stated-promises';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { InstantText } from '@layan/domain/kernel/ids';
import { type RequestKind, refusalGrounds } from '@layan/domain/privacy/refusal-grounds';
import { copyUntil, type SubjectRequest } from '@layan/domain/privacy/subject-request';
import { legalBasisWords, termsNow } from '@layan/domain/privacy/terms';
import { indexOf } from '@layan/domain/process/process-index';
import { actorInWords, eventInWords } from '../case/event-words.ts';
import { historyIndexes } from '../case/history-indexes.ts';
import { readableText } from '../form/fact-text.ts';
import type { CaseFile } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { agencyCard } from '../tenant/agency-card.ts';
import { getSetting, type Setting, type SettingPorts } from '../tenant/setting.ts';
import { type LookView, type WhoLookedPorts, whoLooked } from './who-looked.ts';

export interface CaseCopy {
  readonly ticket: string;
  readonly service: string;
  readonly standard: string;
  readonly received: string;
  readonly state: string;
  readonly data: readonly { readonly label: string; readonly value: string; readonly class: string }[];
  readonly documents: readonly { readonly label: string; readonly what: string; readonly since: string }[];
  readonly products: readonly {
    readonly label: string;
    readonly number?: string;
    readonly state: string;
    readonly issued: string;
  }[];
  readonly promises: readonly { readonly label: string; readonly state: string; readonly due: string }[];
  readonly history: readonly {
    readonly at: string;
    readonly what: string;
    readonly who: string;
    readonly note?: string;
  }[];
  readonly looks: readonly Omit<LookView, 'at'>[];
}

export interface DataCopy {
  readonly made: string;
  readonly madeAt: InstantText;
  readonly request: { readonly ticket: string; readonly received: string };
  readonly controller: { readonly name: string; readonly address: string; readonly officer?: string };
  readonly basis: string;
  readonly purposes: readonly string[];
  readonly cases: readonly CaseCopy[];
}

export type CopyPorts = SettingPorts & WhoLookedPorts & Pick<Ports, 'cases' | 'vault'>;

const classes = { ordinary: 'umum', identifying: 'pribadi', specific: 'pribadi spesifik' } as const;
const states = {
  expected: 'belum diterima',
  checking: 'sedang diperiksa',
  accepted: 'tersimpan',
  rejected: 'ditolak dan dihapus',
} as const;

const copyOfCase = async (ports: CopyPorts, file: CaseFile, setting: Setting): Promise<CaseCopy> => {
  const { snapshot, key } = file.record;
  const { zone } = setting.tenant.calendar;
  const { standard } = await ports.standards.getPinned(snapshot.standard);
  const index = indexOf(standard.process);
  const seal = caseSeal(ports.vault, key, snapshot.id);
  const indexes = await historyIndexes(ports.standards, file.events, index);
  const data = index.process.facts.map(async (fact) => {
    const kept = snapshot.facts[fact.id];
    if (kept === undefined) return [];
    const value = await seal.openFact(fact.id, kept);
    const text = value === undefined ? 'tidak terbaca' : readableText(fact, value, setting.placeName);
    return [{ label: fact.label, value: text, class: classes[fact.privacy] }];
  });
  const history = file.events.map(async (event, at) => {
    const words = indexes[at];
    const what = words && eventInWords(words, event);
    if (!words || what === undefined) return [];
    const note = 'note' in event.body && event.body.note ? event.body.note : undefined;
    // Colleagues of whoever looked are told by their role, as in the list of looks.
    const who =
      event.by.party === 'staff'
        ? (words.roles.get(event.by.role)?.label ?? 'Petugas')
        : actorInWords(words, event);
    return [
      {
        at: momentInWords(zone, event.at),
        what,
        who,
        ...(note && isSealed(note) && { note: (await seal.openText('note', note)) ?? 'tidak terbaca' }),
      },
    ];
  });
  const looks = await whoLooked(ports, setting.tenant, file, (fact) => index.facts.get(fact)?.label ?? fact);
  return {
    ticket: snapshot.ticket,
    service: standard.shortTitle,
    standard: `${standard.shortTitle}, versi ${snapshot.standard.version}`,
    received: momentInWords(zone, snapshot.receivedAt),
    state: snapshot.ended
      ? (index.endings.get(snapshot.ended.ending)?.label ?? 'selesai')
      : snapshot.restricted
        ? 'dibatasi'
        : snapshot.suspended
          ? 'ditunda'
          : 'berjalan',
    data: (await Promise.all(data)).flat(),
    documents: file.documents.map(({ requirement, state, createdAt }) => ({
      label: index.requirements.get(requirement)?.label ?? requirement,
      what: states[state],
      since: momentInWords(zone, createdAt),
    })),
    products: snapshot.products.map(({ product, number, state, issuedAt }) => ({
      label: index.products.get(product)?.label ?? product,
      ...(number !== undefined && { number }),
      state,
      issued: momentInWords(zone, issuedAt),
    })),
    promises: statedPromises(standard, snapshot)
      .filter(({ kind }) => kind !== 'norm')
      .map(({ label, state, dueAt }) => ({ label, state, due: momentInWords(zone, dueAt) })),
    history: (await Promise.all(history)).flat(),
    looks: looks.map(({ when, who, what }) => ({ when, who, what })),
  };
};

/** Cases that are gone since are left out. */
export const copyOfData = async (ports: CopyPorts, request: SubjectRequest): Promise<DataCopy> => {
  const setting = await getSetting(ports);
  const { tenant, now } = setting;
  const { zone } = tenant.calendar;
  const agency = tenant.agencies.find(({ id }) => id === request.agency);
  const terms = termsNow(agency?.privacy);
  const cases: CaseCopy[] = [];
  for (const caseId of request.cases) {
    const file = await ports.cases.findFile(caseId);
    if (file?.record.snapshot.agency === request.agency) cases.push(await copyOfCase(ports, file, setting));
  }
  const { name, address } = agencyCard(tenant, request.agency);
  return {
    made: momentInWords(zone, now),
    madeAt: now,
    request: { ticket: request.ticket, received: momentInWords(zone, request.receivedAt) },
    controller: {
      name,
      address,
      ...(terms.officer && { officer: `${terms.officer.name}, ${terms.officer.contact}` }),
    },
    basis: legalBasisWords[terms.basis],
    purposes: terms.purposes,
    cases,
  };
};

export const kindWords = {
  access: 'Salinan data',
  correction: 'Perbaikan data',
  restriction: 'Pembatasan pemrosesan',
  objection: 'Keberatan atau penarikan persetujuan',
  erasure: 'Penghapusan data',
} as const satisfies Record<RequestKind, string>;

/** Until when the copy may be fetched, in words. */
export const copyUntilInWords = (
  request: SubjectRequest,
  { tenant }: Pick<Setting, 'tenant'>,
): string | undefined => {
  const until = copyUntil(request);
  return until && momentInWords(tenant.calendar.zone, until);
};

export const groundInWords = ({ answer }: SubjectRequest): string | undefined => {
  if (!answer?.ground) return undefined;
  const { sentence, rule } = refusalGrounds[answer.ground];
  return `${sentence} (${rule})`;
};
