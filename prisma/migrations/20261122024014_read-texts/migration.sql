-- CreateTable
CREATE TABLE "ReadText" (
    "personId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "of" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "readAt" DATETIME NOT NULL,
    "formerRevision" INTEGER,
    "formerAt" DATETIME,

    PRIMARY KEY ("personId", "documentId", "of"),
    CONSTRAINT "ReadText_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ReadText_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ReadText_documentId_idx" ON "ReadText"("documentId");

-- CreateIndex
CREATE INDEX "DocumentSave_versions_idx" ON "DocumentSave"("documentId", "revision", "savedAt", "savedById", "title", "language");
