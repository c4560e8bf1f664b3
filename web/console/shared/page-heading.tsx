// The heading of a page: names the tab too, and takes the focus when somebody came here from another page.
import { Title, type TitleProps } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { usePageTitle } from './page-title.ts';

// A page that was just loaded starts at its top, as every page does.
let entered = false;

export function PageHeading({ title, tab = title, ...rest }: { title: string; tab?: string } & TitleProps) {
  usePageTitle(tab);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (entered) heading.current?.focus();
    entered = true;
  }, []);
  return (
    <Title order={1} size="h3" tabIndex={-1} ref={heading} {...rest}>
      {title}
    </Title>
  );
}
