// The national library as use cases see it: standards that any agency may take as its own.
import type { Standard } from '@layan/domain/standard/standard';

export interface Template {
  readonly id: string;
  readonly title: string;
  /** The local government whose published standard it is. */
  readonly tenant?: string;
  readonly sentence: string;
  readonly standard: Standard;
}

/** Loaded with the first question: it weighs more than everything else that a manager asks for. */
export type Library = () => Promise<readonly Template[]>;
