// A published standard as a citizen needs it, drawn from its process; official sentences are quoted, never rewritten.
import type { Service } from '@layan/application/standard/get-service';
import type { ConsultationSummary } from '@layan/application/standard/list-consultations';
import { verbatimOf } from '@layan/domain/case/stated-promises';
import { dayInWords, plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { durationInWords, rangeInWords } from '@layan/domain/deadline/durations-in-words';
import { promisedOn } from '@layan/domain/process/promised-on';
import type { Channel } from '@layan/domain/standard/channel';
import type { ComponentKey } from '@layan/domain/standard/components';
import type { Deadline } from '@layan/domain/standard/deadline';
import type { Standard } from '@layan/domain/standard/standard';
import type { HomeProps, ServiceCard } from '@layan/portal/pages/home';
import type { PrivacyProps } from '@layan/portal/pages/privacy';
import type { ServiceProps } from '@layan/portal/pages/service';
import { citizenSteps } from './citizen-steps.ts';
import { noticePath, servicePath } from './filing-way.ts';
import { contactOf } from './site.ts';

const textOf = (standard: Standard, key: ComponentKey): readonly string[] =>
  standard.components.find((component) => component.key === key)?.sentences.map(({ text }) => text) ?? [];

/** Lines of a list without the mark that stood before them in print. */
const lines = (standard: Standard, key: ComponentKey): readonly string[] =>
  textOf(standard, key).map((text) => text.replace(/^[-•]\s*/, ''));

/** A first line that announces the others stands before the list. */
const withLead = ([first, ...rest]: readonly string[]): ServiceProps['complaints'] => {
  if (first === undefined) return { ways: [] };
  return first.endsWith(':') ? { lead: first, ways: rest } : { ways: [first, ...rest] };
};

const channelOf = ({ process }: Standard): Channel | undefined =>
  process.channels.find(({ kind, about }) => kind === 'portal' && !about) ?? process.channels[0];

export const requirementsOf = (standard: Standard) =>
  (channelOf(standard)?.requirements ?? []).flatMap((id) =>
    standard.process.requirements.filter((requirement) => requirement.id === id),
  );

export const questionsOf = (standard: Standard): readonly string[] => {
  const { process } = standard;
  const form = process.forms.find(({ id }) => id === channelOf(standard)?.form);
  return (form?.pages ?? []).flatMap(({ fields }) =>
    fields.flatMap((field) => process.facts.filter(({ id }) => id === field.fact).map(({ label }) => label)),
  );
};

/** Where we read more than the sentence says, the reading is told. */
const readingOf = (standard: Standard, { basis }: Deadline): string | undefined =>
  'inferred' in basis ? standard.readings.find(({ id }) => id === basis.inferred)?.statement : undefined;

const promisesOf = (standard: Standard) => promisedOn(standard.process, channelOf(standard)?.id ?? '');

export const serviceCard = ({ ref, version: { standard }, agency }: Service): ServiceCard => {
  const durations = promisesOf(standard).map(({ duration }) => duration);
  const fee = textOf(standard, 'fee')[0];
  return {
    path: servicePath(ref.id),
    title: standard.shortTitle,
    summary: standard.summary,
    agency: agency.name,
    ...(durations.length === 0 ? {} : { duration: rangeInWords(durations) }),
    ...(fee === undefined ? {} : { fee }),
  };
};

export const draftCard = ({ id, shortTitle, until }: ConsultationSummary): HomeProps['drafts'][number] => ({
  path: `${servicePath(id)}/rancangan`,
  title: shortTitle,
  until: dayInWords(until),
});

const decreeOf = ({ decree }: Standard) =>
  decree ? { decree: { number: decree.number, on: plainDateInWords(decree.enactedOn) } } : {};

export const serviceProps = ({
  ref,
  version: { standard },
  agency,
  fileable,
  complaints,
}: Service): Omit<ServiceProps, 'site' | 'start' | 'unfinishedPath' | 'draft'> => ({
  title: standard.shortTitle,
  officialTitle: standard.title,
  summary: standard.summary,
  agency: contactOf(agency),
  ...decreeOf(standard),
  bring: requirementsOf(standard).map(({ label, hint, required, oneOf, shown }) => {
    const told = [
      ...(oneOf ? [`Salah satu: ${oneOf.map((one) => one.label).join(', ')}.`] : []),
      ...(shown ? ['Ditunjukkan di loket, tidak perlu dikirim.'] : []),
      ...(hint === undefined ? [] : [hint]),
    ];
    return { label, required, ...(told.length === 0 ? {} : { hint: told.join(' ') }) };
  }),
  know: questionsOf(standard),
  noticePath: noticePath(ref.id),
  steps: citizenSteps(standard.process, channelOf(standard), fileable),
  durations: promisesOf(standard).map((deadline) => {
    const note = readingOf(standard, deadline);
    return {
      label: deadline.label,
      words: durationInWords(deadline.duration),
      verbatim: verbatimOf(standard, deadline),
      ...(note === undefined ? {} : { note }),
    };
  }),
  fee: lines(standard, 'fee'),
  products: standard.process.products.map(({ label }) => label),
  complaints: withLead(lines(standard, 'complaintHandling')),
  ...(complaints === undefined ? {} : { complaintsPath: servicePath(complaints) }),
  documentPath: `${servicePath(ref.id)}/dokumen`,
});

export const dataAsked = ({ version: { standard }, agency }: Service): PrivacyProps['services'][number] => ({
  title: standard.shortTitle,
  agency: agency.name,
  data: questionsOf(standard),
  scans: requirementsOf(standard).map(({ label }) => label),
});
