// For a phone that belongs to somebody else: forget here what was opened here.
import { type FormGuard, FormToken } from './form-token.tsx';

export const LeavePhone = (props: { action: string; guard: FormGuard; hint: string; button: string }) => (
  <form method="post" action={props.action} class="quiet no-print">
    <FormToken guard={props.guard} />
    <p class="hint">{props.hint}</p>
    <button type="submit" class="link">
      {props.button}
    </button>
  </form>
);
