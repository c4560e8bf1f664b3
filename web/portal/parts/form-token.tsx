// The hidden part of every form of a session: proof that the page came from here, and what it was based on.

export interface FormGuard {
  readonly token: string;
  /** Mark of the answers the page was made from; another tab may have changed them since. */
  readonly seen?: string;
}

export const FormToken = ({ guard }: { guard: FormGuard }) => (
  <>
    <input type="hidden" name="_token" value={guard.token} />
    {guard.seen === undefined ? null : <input type="hidden" name="_seen" value={guard.seen} />}
  </>
);
