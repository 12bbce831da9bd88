// What a reading page's address says when it tells who wrote what; the writing screen remembers it by the same word.
export const whoWroteWhat = "who-wrote-what";
