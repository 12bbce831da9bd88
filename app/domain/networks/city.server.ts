// What a city is called to this reader.

/** A Prisma relation argument: the names that `cityName` needs. */
export function cityNamesFor(language: string) {
  return { where: { OR: [{ language }, { isOwn: true }] }, select: { language: true, name: true } };
}

/** The city's name in the reader's language, or the one it uses itself. */
export function cityName(names: Array<{ language: string; name: string }>, language: string): string {
  return (names.find((name) => name.language === language) ?? names[0])?.name ?? "";
}
