// What a manager keeps of a member besides roles: how they sign, and when they are away.
import type { MemberView } from '@layan/contract/staff/members';
import { useQueryClient } from '@tanstack/react-query';
import { AbsenceEditor } from './absence-editor.tsx';
import { OfficialForm } from './official-form.tsx';

export type More = 'official' | 'away';

interface Props {
  readonly member: MemberView;
  readonly more: More;
  readonly onClose: () => void;
  readonly onDone: (what: string) => void;
}

export function MemberMore({ member, more, onClose, onDone }: Props) {
  const queries = useQueryClient();
  const read = () => queries.invalidateQueries({ queryKey: ['members'] });
  if (more === 'official') {
    return (
      <OfficialForm
        member={member}
        onClose={onClose}
        onDone={(what) => {
          void read();
          onClose();
          onDone(what);
        }}
      />
    );
  }
  return (
    <AbsenceEditor
      member={{ id: member.id, revision: member.revision, away: member.away ?? [] }}
      whose={member.name}
      onDone={(what) => {
        void read();
        onDone(what);
      }}
    />
  );
}
