// What happened to the file so far, newest first.

export interface TimelineEntry {
  /** "Rabu, 25 Maret 2026, 14.05 WIB". */
  readonly when: string;
  readonly instant: string;
  readonly text: string;
  /** The officer's own sentence. */
  readonly note?: string;
}

export const Timeline = ({ entries }: { entries: readonly TimelineEntry[] }) => (
  <ol class="timeline" reversed>
    {entries.map(({ when, instant, text, note }) => (
      <li>
        <time datetime={instant}>{when}</time>
        <p>{text}</p>
        {note === undefined ? null : <blockquote>{note}</blockquote>}
      </li>
    ))}
  </ol>
);
