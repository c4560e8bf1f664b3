// Stylesheets are bundled as their text.
declare module '*.css?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: this is how a bundler hands over a file's text.
  export default text;
}
