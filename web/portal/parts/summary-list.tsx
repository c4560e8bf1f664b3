// Questions and answers side by side, each with its own way to change it.
import type { Child } from 'hono/jsx';

export interface SummaryRow {
  readonly label: string;
  readonly value: Child;
  /** Numbers and codes are not for translation engines. */
  readonly verbatim?: boolean;
  readonly change?: string;
}

export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }) => (
  <dl class="summary">
    {rows.map(({ label, value, verbatim, change }) => (
      <div>
        <dt>{label}</dt>
        <dd {...(verbatim ? { translate: 'no' } : {})}>{value}</dd>
        {change === undefined ? null : (
          <dd class="change">
            <a href={change}>
              Ubah<span class="unseen"> {label}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
);
