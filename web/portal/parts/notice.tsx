// A boxed message. The tone is also said in words by the title, never by colour alone.
import type { Child } from 'hono/jsx';

export interface NoticeProps {
  readonly tone: 'info' | 'good' | 'attention';
  readonly title: string;
  /** Announced at once, for what just happened. */
  readonly live?: boolean;
  readonly children?: Child;
}

export const Notice = ({ tone, title, live, children }: NoticeProps) => (
  <div class={`notice ${tone}`} {...(live ? { role: 'status' } : {})}>
    <p class="notice-title">{title}</p>
    {children}
  </div>
);
