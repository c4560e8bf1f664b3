// Something on request. What is inside exists only while it is open.
import { type ReactNode, useState } from 'react';

interface Props {
  readonly summary: string;
  readonly startOpen?: boolean;
  readonly children: ReactNode;
}

export function Disclosure({ summary, startOpen = false, children }: Props) {
  const [open, setOpen] = useState(startOpen);
  return (
    <details className="disclosure" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open ? <div>{children}</div> : null}
    </details>
  );
}
