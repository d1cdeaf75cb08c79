import { describe, expect, it } from "vitest";
import { checkDocuments, LARGEST_FILE } from "./documents.ts";

const file = (fileName: string, ...bytes: number[]) => ({ fileName, bytes: new Uint8Array(bytes) });
const PDF = [0x25, 0x50, 0x44, 0x46];
const kindOf = (...files: Parameters<typeof checkDocuments>[0]) => {
  const checked = checkDocuments(files);
  return checked.ok ? checked.value.map(({ fileName, mediaType }) => [fileName, mediaType]) : checked.error.kind;
};

describe("documents that are attached", () => {
  it("are kept under their own name, cleaned, and the type of their extension", () => {
    expect(kindOf(file("Contrat signé.pdf", ...PDF))).toEqual([["Contrat signé.pdf", "application/pdf"]]);
    expect(kindOf(file('..\\..\\a"<b>:\u202e.txt', 65))).toEqual([["a__b___.txt", "text/plain"]]);
    expect(kindOf(file(`${"x".repeat(400)}.txt`, 65))).toEqual([[expect.stringMatching(/^x{100}….*\.txt$/), "text/plain"]]);
  });

  it("are refused where their content is not what their name says, or where there are too many, or too large", () => {
    expect(kindOf(file("contrat.pdf", 0x4d, 0x5a))).toBe("file-type");
    expect(kindOf(file("note.txt", 0x4d, 0x5a, 0x90, 0x00))).toBe("file-type");
    expect(kindOf(file("export.csv", 0xff, 0xfe, 0x41, 0x00))).toEqual([["export.csv", "text/csv"]]);
    expect(kindOf(file("page.html", 60))).toBe("file-type");
    expect(kindOf(file("plan.constructor", 60))).toBe("file-type");
    expect(kindOf(file("image.svg", 60))).toBe("file-type");
    expect(kindOf()).toBe("no-file");
    expect(kindOf(...Array.from({ length: 6 }, () => file("a.txt", 65)))).toBe("too-many-files");
    expect(kindOf({ fileName: "a.txt", bytes: new Uint8Array(LARGEST_FILE + 1) })).toBe("file-too-large");
  });
});
