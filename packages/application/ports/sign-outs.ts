// When somebody signed out last. A token says until when it holds; that its bearer has left it cannot say.
import type { InstantText } from '@layan/domain/kernel/ids';

export interface SignOuts {
  /** Repeating it is harmless. Kept for longer than any token made before it lasts. */
  note(id: string, at: InstantText): Promise<void>;
  /** One get. */
  last(id: string): Promise<InstantText | undefined>;
}
