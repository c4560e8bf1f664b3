// Whether text in a tenant's accent colour can be read on white. Source: WCAG 2.2, relative luminance and contrast ratio.

const channel = (hex: string): number => {
  const value = Number.parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** Contrast ratio of a colour `#rrggbb` on white, 1 to 21. */
export const contrastOnWhite = (colour: string): number => {
  const luminance =
    0.2126 * channel(colour.slice(1, 3)) +
    0.7152 * channel(colour.slice(3, 5)) +
    0.0722 * channel(colour.slice(5, 7));
  return 1.05 / (luminance + 0.05);
};
