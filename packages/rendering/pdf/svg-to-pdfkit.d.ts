// The published types ask for the class where the function takes a document.
declare module 'svg-to-pdfkit' {
  interface Options {
    readonly width: number;
    readonly height: number;
    readonly assumePt: boolean;
    readonly fontCallback: (family: string, bold: boolean) => string;
    readonly imageCallback: (link: string) => string;
    readonly warningCallback: () => void;
  }
  function draw(document: PDFKit.PDFDocument, svg: string, x: number, y: number, options: Options): void;
  export = draw;
}
