// The states a stack goes through while it is worked on, and the way out of each when something fails.
import { messageOf } from '../json.ts';
import type { OpenStack } from './stack.ts';
import { type Bench, carryOut, removeAll } from './steps.ts';

export interface WorkOptions extends Bench {
  /** Enters a state of the stack: recorded, and told to the bus. */
  enter(stack: OpenStack, status: string, reason?: string): void;
  /** Once true, a failure is that of the host and not of the stack. */
  stopped(): boolean;
}

export interface Work {
  /** Goes on with whatever the stack's state says is under way. Failures end in a state, not in an exception. */
  goOn(stack: OpenStack): Promise<void>;
}

export function createWork(options: WorkOptions): Work {
  const { enter, stopped } = options;

  const create = async (stack: OpenStack) => {
    try {
      await carryOut(stack, options);
      enter(stack, 'CREATE_COMPLETE');
    } catch (error) {
      if (stopped()) return;
      if (stack.keepsFailures) return enter(stack, 'CREATE_FAILED', messageOf(error));
      enter(stack, 'ROLLBACK_IN_PROGRESS', messageOf(error));
      await rollBack(stack);
    }
  };
  const rollBack = async (stack: OpenStack) => {
    const reason = stack.statusReason;
    const failed = await removeAll(stack, options, 'creation');
    const both = [reason, failed && `Rolling back: ${failed}`].filter(Boolean).join(' ');
    enter(stack, failed ? 'ROLLBACK_FAILED' : 'ROLLBACK_COMPLETE', both);
  };
  const update = async (stack: OpenStack) => {
    try {
      await carryOut(stack, options);
      stack.former = undefined;
      enter(stack, 'UPDATE_COMPLETE');
    } catch (error) {
      if (stopped()) return;
      if (stack.keepsFailures) return enter(stack, 'UPDATE_FAILED', messageOf(error));
      enter(stack, 'UPDATE_ROLLBACK_IN_PROGRESS', messageOf(error));
      await fallBack(stack);
    }
  };
  const fallBack = async (stack: OpenStack) => {
    const reason = stack.statusReason;
    if (stack.former) stack.desired = stack.former;
    stack.former = undefined;
    try {
      await carryOut(stack, options);
      enter(stack, 'UPDATE_ROLLBACK_COMPLETE', reason);
    } catch (error) {
      if (!stopped()) enter(stack, 'UPDATE_ROLLBACK_FAILED', messageOf(error));
    }
  };
  const remove = async (stack: OpenStack) => {
    const failed = await removeAll(stack, options, 'deletion');
    if (!failed) stack.outputs = [];
    enter(stack, failed ? 'DELETE_FAILED' : 'DELETE_COMPLETE', failed);
  };
  const underWay: Readonly<Record<string, (stack: OpenStack) => Promise<void>>> = {
    CREATE_IN_PROGRESS: create,
    ROLLBACK_IN_PROGRESS: rollBack,
    UPDATE_IN_PROGRESS: update,
    UPDATE_ROLLBACK_IN_PROGRESS: fallBack,
    DELETE_IN_PROGRESS: remove,
  };
  return { goOn: async (stack) => underWay[stack.status]?.(stack) };
}
