-- CreateTable
CREATE TABLE "FollowedText" (
    "documentId" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    CONSTRAINT "FollowedText_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FormerMarkdown" (
    "documentId" TEXT NOT NULL,
    "of" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "keptAt" DATETIME NOT NULL,
    "outcome" TEXT,
    "losses" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("documentId", "of"),
    CONSTRAINT "FormerMarkdown_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
