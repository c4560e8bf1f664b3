// The look of the console: calm and dense; weight and colour are kept for the one thing to do next.
import { Button, createTheme, type MantineColorsTuple } from '@mantine/core';

const layan: MantineColorsTuple = [
  '#e9f4f5',
  '#cde8ea',
  '#9fd1d5',
  '#6db9bf',
  '#46a5ad',
  '#2d98a1',
  '#1b7f88',
  '#0f6c75',
  '#0b5d66',
  '#064a52',
];

export const theme = createTheme({
  colors: { layan },
  primaryColor: 'layan',
  primaryShade: 8,
  defaultRadius: 6,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  headings: { fontWeight: '650' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      vars: (_theme, { variant }) => ({
        root: variant === 'subtle' ? { '--button-hover': '#eef2f3' } : {},
      }),
      styles: (_theme, { variant = 'filled' }) => ({
        root: { fontWeight: variant === 'filled' ? 600 : 450 },
      }),
    }),
  },
});
