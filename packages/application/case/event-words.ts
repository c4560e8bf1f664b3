// What happened to a case, event by event, in the words of its standard: the timeline of those who work on it.
import type { CaseEvent } from '@layan/domain/case/event';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { ProductState } from '@layan/domain/product/product-state';
import { capacityLabel } from './capacity-label.ts';

const releases = {
  byHolder: 'Tugas dikembalikan ke antrean',
  byManager: 'Tugas dikembalikan ke antrean oleh pengelola',
  deactivated: 'Tugas kembali ke antrean karena petugas tidak bertugas lagi',
} as const;

const pick = (labels: ReadonlyMap<string, { readonly label: string }>, id: string) =>
  labels.get(id)?.label ?? id;

const productStates = {
  frozen: 'menunggu tanda tangan',
  provisional: 'berlaku sementara',
  active: 'dikukuhkan',
  suspended: 'ditangguhkan',
  revoked: 'dicabut',
  expired: 'habis masa berlakunya',
  returned: 'dikembalikan',
  cancelled: 'batal ditandatangani',
} as const satisfies Record<ProductState, string>;

type Body<T extends CaseEvent['body']['type']> = Extract<CaseEvent['body'], { type: T }>;

const productIssue = (index: ProcessIndex, body: Body<'productIssued'>): string => {
  const number = body.number === undefined ? '' : ` nomor ${body.number}`;
  const how = body.state === 'provisional' ? ' (sementara)' : '';
  const instead = body.replaces === undefined ? '' : ' sebagai pengganti';
  return `${pick(index.products, body.product)}${number} terbit${how}${instead}`;
};

/** In the words of the action, or of the new state when a step of the case did it. */
const productChange = (index: ProcessIndex, body: Body<'productChanged'>): string => {
  const product = index.products.get(body.product);
  const action = product?.actions?.find(({ id }) => id === body.action)?.label;
  return action === undefined
    ? `${product?.label ?? body.product} ${product?.letter && body.state === 'active' ? 'berlaku' : productStates[body.state]}`
    : `${product?.label ?? body.product}: ${action}`;
};

const clocks = { promise: 'Janji', target: 'Target', norm: 'Norma' } as const;

/** A target is reached or missed, a norm is met or not: neither was ever a promise. */
export const clockInWords = (
  index: ProcessIndex,
  id: string,
  promise: string,
  others: { readonly target?: string; readonly norm?: string } = {},
): string => {
  const deadline = index.deadlines.get(id);
  const kind = deadline?.kind ?? 'promise';
  const said = kind === 'promise' ? promise : (others[kind] ?? promise);
  return `${clocks[kind]} ${said}: ${deadline?.label ?? id}`;
};

/** "Batas janji diperpanjang" */
const limitInWords = (index: ProcessIndex, id: string, said: string): string => {
  const deadline = index.deadlines.get(id);
  return `Batas ${clocks[deadline?.kind ?? 'promise'].toLowerCase()} ${said}: ${deadline?.label ?? id}`;
};

/** Undefined for what only moves tokens and clocks inside. */
export const eventInWords = (index: ProcessIndex, { body }: CaseEvent): string | undefined => {
  switch (body.type) {
    case 'caseFiled':
      return `Permohonan masuk melalui ${pick(index.channels, body.channel)}`;
    case 'stepCompleted': {
      const step = index.steps.get(body.step);
      const outcome = step?.outcomes.find(({ id }) => id === body.outcome);
      const place = body.delegation && step ? `, sebagai ${capacityLabel(index, step, body.delegation)}` : '';
      return `${step?.label ?? body.step}: ${outcome?.label ?? body.outcome}${place}`;
    }
    case 'interrupted':
      return pick(index.interruptions, body.interruption);
    case 'timerFired':
      return pick(index.timers, body.timer);
    case 'taskClaimed':
      return 'Tugas diambil';
    case 'taskAssigned':
      return body.why === 'leastLoad'
        ? `Tugas dibagikan kepada ${body.name} (beban paling ringan)`
        : `Tugas diberikan kepada ${body.name}`;
    case 'taskReleased':
      return releases[body.reason];
    case 'productIssued':
      return productIssue(index, body);
    case 'productChanged':
      return productChange(index, body);
    case 'promiseStarted':
      return clockInWords(index, body.promise, 'mulai dihitung');
    case 'promisePaused':
      return clockInWords(index, body.promise, 'berhenti sementara');
    case 'promiseResumed':
      return clockInWords(index, body.promise, 'dihitung lagi');
    case 'promiseMoved':
      return limitInWords(index, body.promise, `dihitung ulang (${body.reason})`);
    case 'promiseExtended':
      return limitInWords(index, body.promise, 'diperpanjang');
    case 'caseSuspended':
      return pick(index.suspensions, body.suspension);
    case 'caseResumed':
      return body.why === 'limit' ? 'Berkas dilanjutkan: batas penundaan sudah lewat' : 'Berkas dilanjutkan';
    case 'factsCorrected': {
      const facts = Object.keys(body.facts).map((id) => pick(index.facts, id));
      const steps = (body.affects ?? []).map((id) => pick(index.steps, id));
      const look =
        steps.length === 0 ? '' : `. Periksa lagi: ${steps.join(', ')} sudah berjalan dengan data yang lama`;
      return `Data diperbaiki atas permintaan ${body.ticket}: ${facts.join(', ')}${look}`;
    }
    case 'processingRestricted':
      return `Pemrosesan data dibatasi atas permintaan ${body.ticket}`;
    case 'restrictionLifted':
      return `Pembatasan pemrosesan data atas permintaan ${body.ticket} berakhir`;
    case 'parentLeft':
      return body.why === 'ended'
        ? 'Berkas yang membuka berkas ini sudah berakhir'
        : 'Berkas yang membuka berkas ini tidak menunggunya lagi';
    case 'subcaseOpened':
      return `Berkas ${body.ticket} dibuka untuk ${pick(index.steps, body.step)}`;
    case 'documentFrozen':
      return `${pick(index.products, body.product)}${body.number === undefined ? '' : ` nomor ${body.number}`} disiapkan untuk ditandatangani`;
    case 'signatoryChosen':
      return `${pick(index.products, body.product)} disiapkan untuk ditandatangani ${body.signatory.name}`;
    case 'documentSigned':
      return `${pick(index.products, body.product)} ditandatangani`;
    case 'linesDecided':
      return `${pick(index.steps, body.step)}: ${body.decisions.length} baris diputuskan`;
    case 'lineDropped':
      return 'Satu baris keluar dari berkas bersama';
    case 'batchJoined':
      return `Masuk berkas bersama ${body.batch.ticket}`;
    case 'batchLeft':
      return `Keluar dari berkas bersama ${body.batch.ticket}`;
    case 'successorOpened':
      return `Berkas lanjutan ${body.ticket} dibuka`;
    case 'promiseKept':
      return clockInWords(index, body.promise, 'ditepati', { target: 'tercapai', norm: 'terpenuhi' });
    case 'promiseBroken':
      return clockInWords(index, body.promise, 'terlewat', { target: 'tidak tercapai', norm: 'terlampaui' });
    case 'promiseDropped':
      return clockInWords(index, body.promise, 'tidak berlaku');
    case 'standardChanged':
      return `Pindah ke standar versi ${body.standard.version}: ${body.reason}`;
    case 'caseEnded':
      return `Selesai: ${pick(index.endings, body.ending)}`;
    case 'routed':
    case 'timerArmed':
    case 'timerMoved':
    case 'promiseApplies':
    case 'documentPrepared':
      return undefined;
  }
};

/** Who did it, by name and role as the agency says it. */
export const actorInWords = (index: ProcessIndex, { by }: CaseEvent): string => {
  switch (by.party) {
    case 'applicant':
      return 'Pemohon';
    case 'system':
      return 'Sistem';
    case 'staff': {
      const role = index.roles.get(by.role)?.label;
      return role === undefined ? by.name : `${by.name} (${role})`;
    }
  }
};
