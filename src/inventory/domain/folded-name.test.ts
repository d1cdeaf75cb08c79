import { describe, expect, it } from "vitest";
import { foldedName, nearestName } from "./folded-name.ts";

describe("names", () => {
  it("are compared without capitals, accents, ligatures nor doubled spaces", () => {
    expect(foldedName("  Bibliothèque   ŒUVRES d’Art ")).toBe("bibliotheque oeuvres d'art");
    expect(foldedName("e\u0301te\u0301")).toBe(foldedName("Été"));
  });

  it("have a nearest one when something like was meant, and none otherwise", () => {
    const names = ["Bibliothèque", "Ressources humaines", "Urbanisme"];
    expect(nearestName("Bibliotheqe", names)).toBe("Bibliothèque");
    expect(nearestName("urbanismes", names)).toBe("Urbanisme");
    expect(nearestName("Piscine", names)).toBeNull();
    expect(nearestName("x", [])).toBeNull();
  });
});
