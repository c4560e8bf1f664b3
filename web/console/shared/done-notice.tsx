// What was just done. It takes the focus, because the button that did it is often gone.
import { IconCircleCheck } from '@tabler/icons-react';
import { useArrival } from './arrival.ts';

/** A new object for every deed, so that the same words twice are heard twice. */
export interface Done {
  readonly what: string;
}

export function DoneNotice({ done }: { done: Done | undefined }) {
  const notice = useArrival<HTMLParagraphElement>(done);
  return (
    <div role="status">
      {done === undefined ? null : (
        <p className="done" tabIndex={-1} ref={notice}>
          <IconCircleCheck size={18} stroke={1.6} aria-hidden />
          <span>{done.what}</span>
        </p>
      )}
    </div>
  );
}
