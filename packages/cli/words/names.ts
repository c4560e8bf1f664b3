// Names of a standard for people: a label in quotes where there is one, what is done at a place, an answer as it was offered.
import { indexOf } from '@layan/domain/process/process-index';
import type { Process } from '@layan/domain/standard/process';

export interface Names {
  readonly fact: (id: string) => string;
  /** By what waits there. */
  readonly place: (id: string) => string;
  readonly channel: (id: string) => string;
  readonly product: (id: string) => string;
  readonly ending: (id: string) => string;
  readonly value: (fact: string, value: unknown) => string;
}

const quoted = (label: string): string => `"${label}"`;

export const namesOf = (process: Process): Names => {
  const index = indexOf(process);
  const { facts, channels, products, endings } = index;
  return {
    fact: (id) => quoted(facts.get(id)?.label ?? id),
    channel: (id) => channels.get(id)?.label ?? id,
    product: (id) => products.get(id)?.label ?? id,
    ending: (id) => endings.get(id)?.label ?? id,
    place: (id) => {
      const waiting = [...index.works, ...index.routes, ...process.endings].filter(({ after }) =>
        after.includes(id),
      );
      const labels = [...new Set(waiting.map(({ label }) => quoted(label)))];
      return labels.length === 0 ? id : labels.join(' / ');
    },
    value: (fact, value) => {
      if (typeof value === 'boolean') return value ? 'Ya' : 'Tidak';
      const option = facts.get(fact)?.options?.find((one) => one.value === String(value));
      return option?.label ?? String(value);
    },
  };
};

/** States of products as people say them. */
const states: Readonly<Record<string, string>> = {
  frozen: 'menunggu tanda tangan',
  provisional: 'berlaku sementara',
  active: 'berlaku',
  suspended: 'ditangguhkan',
  revoked: 'dicabut',
  expired: 'habis masa berlakunya',
  returned: 'dikembalikan',
  cancelled: 'batal ditandatangani',
};

export const stateInWords = (state: string): string => states[state] ?? state;
