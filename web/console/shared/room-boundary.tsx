// Keeps a room that cannot be shown, or whose files cannot be fetched, from taking the whole house with it.
import { Component, type ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.tsx';

interface Props {
  /** A new place gets a new chance. */
  readonly place: string;
  readonly children: ReactNode;
}

interface State {
  readonly error: unknown;
  readonly place: string;
}

export class RoomBoundary extends Component<Props, State> {
  override state: State = { error: undefined, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps({ place }: Props, state: State): Partial<State> | null {
    return place === state.place ? null : { error: undefined, place };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <div className="room">
        <h1>Halaman ini belum dapat dibuka</h1>
        <ProblemNotice error={error} retry={() => location.reload()} />
      </div>
    );
  }
}
