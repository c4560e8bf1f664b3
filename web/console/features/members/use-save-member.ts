// Sends an invitation, or the changes to a member.
import type { MemberView } from '@layan/contract/staff/members';
import { staffApi } from '@layan/contract/staff-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, useApi } from '../../shared/api.ts';

export interface MemberDraft {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly areas: readonly string[];
}

export function useSaveMember(member: MemberView | undefined, onDone: (what: string) => void) {
  const api = useApi();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: ({ email, name, roles, areas }: MemberDraft) => {
      const rights = { name: name.trim(), roles: [...roles], areas: [...areas] };
      return member === undefined
        ? api.call(staffApi.inviteMember, { body: { email: email.trim(), ...rights } })
        : api.call(staffApi.changeMember, {
            params: { memberId: member.id },
            body: { revision: member.revision, ...rights },
          });
    },
    onSuccess: async (_saved, { name, email }) => {
      await queries.invalidateQueries({ queryKey: ['members'] });
      onDone(
        member === undefined
          ? `Undangan untuk ${name} dikirim ke ${email}.`
          : `Perubahan untuk ${name} tersimpan.`,
      );
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['members'] }),
  });
  const problems = save.error instanceof ApiProblem ? (save.error.problem.problems ?? []) : [];
  return {
    error: save.error,
    sending: save.isPending,
    send: (draft: MemberDraft): void => save.mutate(draft),
    reset: save.reset,
    /** What the API found wrong, per field. */
    problems: new Map(problems.map(({ field, detail }) => [field, detail])),
  };
}
