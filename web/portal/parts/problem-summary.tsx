// Says at the top what has to be put right, and leads to each place. Takes the focus when the page opens.

export interface FieldProblem {
  /** Id of the input it is about. */
  readonly field: string;
  readonly message: string;
}

export const ProblemSummary = ({
  problems,
  kept = true,
}: {
  problems: readonly FieldProblem[];
  /** Whether other answers are kept, which is then said. */
  kept?: boolean;
}) =>
  problems.length === 0 ? null : (
    <div class="problems" role="alert" tabindex={-1} autofocus aria-labelledby="perbaikan">
      <h2 id="perbaikan">Ada yang perlu diperbaiki</h2>
      {kept ? <p>Yang sudah Anda isi tidak hilang.</p> : null}
      <ul>
        {problems.map(({ field, message }) => (
          <li>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
