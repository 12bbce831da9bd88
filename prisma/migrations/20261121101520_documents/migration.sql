-- CreateTable
CREATE TABLE "Publication" (
    "documentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "visibility" TEXT NOT NULL,
    "publishedById" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,

    PRIMARY KEY ("documentId", "number"),
    CONSTRAINT "Publication_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Publication_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Naming" (
    "documentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "networkId" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "namedById" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("documentId", "personId"),
    CONSTRAINT "Naming_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Naming_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Naming_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Naming_namedById_fkey" FOREIGN KEY ("namedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DocumentTopic" (
    "documentId" TEXT NOT NULL,
    "networkId" TEXT NOT NULL,
    "of" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "label" TEXT NOT NULL,

    PRIMARY KEY ("documentId", "of", "topic"),
    CONSTRAINT "DocumentTopic_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DocumentLink" (
    "fromId" TEXT NOT NULL,
    "of" TEXT NOT NULL,
    "toId" TEXT NOT NULL,

    PRIMARY KEY ("fromId", "of", "toId"),
    CONSTRAINT "DocumentLink_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DocumentLink_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ElementMark" (
    "documentId" TEXT NOT NULL,
    "elementId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "networkId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "markedOn" TEXT NOT NULL,
    "markedById" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("documentId", "elementId", "partnershipId"),
    CONSTRAINT "ElementMark_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ElementMark_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ElementMark_markedById_fkey" FOREIGN KEY ("markedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SignOff" (
    "documentId" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "personId" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("documentId", "side"),
    CONSTRAINT "SignOff_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SignOff_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "VisitStatement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "networkId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "VisitStatement_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "VisitStatement_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Reflection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "networkId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sharedAt" DATETIME,
    CONSTRAINT "Reflection_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Reflection_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Template" (
    "networkId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "sections" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedById" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("networkId", "kind", "language"),
    CONSTRAINT "Template_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Template_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Document" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "networkId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "day" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT NOT NULL,
    "responsibleId" TEXT,
    "visibility" TEXT NOT NULL DEFAULT 'draft',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedVisibility" TEXT,
    "publishedTitle" TEXT,
    "publishedLanguage" TEXT,
    "publishedDay" TEXT,
    "publishedRevision" INTEGER,
    "publishedAt" DATETIME,
    "publishedById" TEXT,
    "publications" INTEGER NOT NULL DEFAULT 0,
    "archivedAt" DATETIME,
    "trashedAt" DATETIME,
    "trashedById" TEXT,
    "purgedAt" DATETIME,
    "sealedAt" DATETIME,
    "adaptedFromId" TEXT,
    "originalId" TEXT,
    "followsPublication" INTEGER,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "publishedFacts" JSONB,
    "text" TEXT NOT NULL,
    "publishedText" TEXT,
    CONSTRAINT "Document_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Document_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Document_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Document_responsibleId_fkey" FOREIGN KEY ("responsibleId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Document_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Document_trashedById_fkey" FOREIGN KEY ("trashedById") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Document_adaptedFromId_fkey" FOREIGN KEY ("adaptedFromId") REFERENCES "Document" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Document_originalId_fkey" FOREIGN KEY ("originalId") REFERENCES "Document" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Document" ("createdAt", "createdById", "id", "kind", "language", "networkId", "partnershipId", "publishedAt", "publishedById", "publishedLanguage", "publishedRevision", "publishedText", "publishedTitle", "publishedVisibility", "responsibleId", "revision", "text", "title", "updatedAt", "visibility") SELECT "createdAt", "createdById", "id", "kind", "language", "networkId", "partnershipId", "publishedAt", "publishedById", "publishedLanguage", "publishedRevision", "publishedText", "publishedTitle", "publishedVisibility", "responsibleId", "revision", "text", "title", "updatedAt", "visibility" FROM "Document";
DROP TABLE "Document";
ALTER TABLE "new_Document" RENAME TO "Document";
CREATE INDEX "Document_networkId_kind_idx" ON "Document"("networkId", "kind");
CREATE INDEX "Document_partnershipId_idx" ON "Document"("partnershipId");
CREATE INDEX "Document_id_publishedVisibility_visibility_idx" ON "Document"("id", "publishedVisibility", "visibility");
CREATE INDEX "Document_originalId_idx" ON "Document"("originalId");
CREATE INDEX "Document_adaptedFromId_idx" ON "Document"("adaptedFromId");
CREATE INDEX "Document_trashedAt_idx" ON "Document"("trashedAt");
CREATE TABLE "new_DocumentSave" (
    "documentId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "savedById" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("documentId", "revision"),
    CONSTRAINT "DocumentSave_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DocumentSave_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_DocumentSave" ("documentId", "language", "revision", "savedAt", "savedById", "text", "title") SELECT "documentId", "language", "revision", "savedAt", "savedById", "text", "title" FROM "DocumentSave";
DROP TABLE "DocumentSave";
ALTER TABLE "new_DocumentSave" RENAME TO "DocumentSave";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Naming_personId_networkId_idx" ON "Naming"("personId", "networkId");

-- CreateIndex
CREATE INDEX "DocumentTopic_networkId_topic_idx" ON "DocumentTopic"("networkId", "topic");

-- CreateIndex
CREATE INDEX "DocumentLink_toId_idx" ON "DocumentLink"("toId");

-- CreateIndex
CREATE INDEX "ElementMark_networkId_idx" ON "ElementMark"("networkId");

-- CreateIndex
CREATE INDEX "VisitStatement_documentId_at_idx" ON "VisitStatement"("documentId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Reflection_documentId_authorId_key" ON "Reflection"("documentId", "authorId");

-- What is published already was published once.
UPDATE "Document" SET "publications" = 1 WHERE "publishedRevision" IS NOT NULL AND "publishedById" IS NOT NULL;
INSERT INTO "Publication" ("documentId", "number", "revision", "visibility", "publishedById", "publishedAt")
  SELECT "id", 1, "publishedRevision", "publishedVisibility", "publishedById", "publishedAt" FROM "Document" WHERE "publications" = 1;
