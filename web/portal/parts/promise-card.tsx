// The promise, the same way everywhere: what was promised, by when, how much working time is left, and how it stands.

export type PromiseState = 'conditional' | 'waiting' | 'running' | 'paused' | 'kept' | 'broken' | 'dropped';

export interface PromiseProps {
  readonly id: string;
  /** What was promised, e.g. "Kartu Pendalungan". */
  readonly label: string;
  /** What is aimed at; another promise stands behind it. */
  readonly isTarget?: boolean;
  readonly state: PromiseState;
  /** "Rabu, 25 Maret 2026"; absent while its clock has not started. */
  readonly due?: { readonly words: string; readonly instant: string };
  /** "sisa 2 hari kerja", "berhenti sementara: menunggu Anda". */
  readonly standing: string;
  /** On what it depends, or why the date is an estimate. */
  readonly notes: readonly string[];
  /** The sentence of the standard. */
  readonly verbatim: string;
  /** Every turn of its clock with its reason, oldest first; empty before it began. */
  readonly ledger: readonly { readonly at: string; readonly when: string; readonly what: string }[];
}

const words = {
  conditional: { mark: '◇', text: 'Bergantung hasil' },
  waiting: { mark: '○', text: 'Belum mulai' },
  running: { mark: '●', text: 'Berjalan' },
  paused: { mark: '‖', text: 'Berhenti sementara' },
  kept: { mark: '✓', text: 'Ditepati' },
  broken: { mark: '!', text: 'Terlewat' },
  dropped: { mark: '–', text: 'Tidak berlaku' },
} as const satisfies Record<PromiseState, { mark: string; text: string }>;

/** A target is reached or not; nothing is broken. */
const targetWords: Partial<Record<PromiseState, { readonly text: string }>> = {
  running: { text: 'Target berjalan' },
  kept: { text: 'Target tercapai' },
  broken: { text: 'Target tidak tercapai' },
};

export const PromiseCard = ({ promise }: { promise: PromiseProps }) => {
  const { mark, text } = { ...words[promise.state], ...(promise.isTarget ? targetWords[promise.state] : {}) };
  return (
    <li class={`promise ${promise.state}`}>
      <p class="promise-state">
        <span class="mark" aria-hidden="true">
          {mark}
        </span>
        {text}
      </p>
      <h3>{promise.label}</h3>
      {promise.due === undefined ? null : (
        <p class="promise-date">
          paling lambat <time datetime={promise.due.instant}>{promise.due.words}</time>
        </p>
      )}
      <p class="promise-left">{promise.standing}</p>
      {promise.notes.map((note) => (
        <p>{note}</p>
      ))}
      {promise.verbatim === promise.label ? null : <p class="hint">Bunyi standar: “{promise.verbatim}”</p>}
      <Ledger promise={promise} />
    </li>
  );
};

const Ledger = ({ promise: { label, ledger } }: { promise: PromiseProps }) =>
  ledger.length === 0 ? null : (
    <details>
      <summary>
        Catatan janji<span class="unseen"> {label}</span>
      </summary>
      <ol class="ledger">
        {ledger.map(({ at, when, what }) => (
          <li>
            <time datetime={at}>{when}</time> {what}
          </li>
        ))}
      </ol>
    </details>
  );

export const PromiseCards = ({ promises, title }: { promises: readonly PromiseProps[]; title: string }) =>
  promises.length === 0 ? null : (
    <section aria-labelledby="janji">
      <h2 id="janji">{title}</h2>
      <ul class="promises">
        {promises.map((promise) => (
          <PromiseCard promise={promise} />
        ))}
      </ul>
      <WorkingDays />
    </section>
  );

const WorkingDays = () => (
  <details>
    <summary>Apa itu hari kerja dan jam kerja?</summary>
    <p>
      Hari kerja adalah hari kantor buka. Sabtu, Minggu, libur nasional, dan cuti bersama tidak dihitung. Jam
      kerja hanya berjalan selama kantor buka.
    </p>
    <p>Berkas yang masuk setelah kantor tutup dianggap diterima saat kantor buka berikutnya.</p>
  </details>
);
