// The hidden part of every form of a session: proof that the page came from here, and what it was based on.

export interface FormGuard {
  readonly token: string;
  /** Revision of the filing or case the page was made from; another tab may have changed it since. */
  readonly revision?: number;
}

export const FormToken = ({ guard }: { guard: FormGuard }) => (
  <>
    <input type="hidden" name="_token" value={guard.token} />
    {guard.revision === undefined ? null : (
      <input type="hidden" name="_revision" value={String(guard.revision)} />
    )}
  </>
);
