-- CreateTable
CREATE TABLE "NetworkName" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "networkId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT,
    CONSTRAINT "NetworkName_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Phase" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "networkId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "plannedStart" TEXT,
    "plannedEnd" TEXT,
    "actualStart" TEXT,
    "actualEnd" TEXT,
    CONSTRAINT "Phase_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BudgetSource" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "partnershipId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "rate" INTEGER NOT NULL,
    "stated" INTEGER,
    CONSTRAINT "BudgetSource_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LocalGroup" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "networkId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" DATETIME,
    CONSTRAINT "LocalGroup_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LocalGroup_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "networkId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "role" TEXT NOT NULL,
    "partnerships" JSONB NOT NULL,
    "localGroupId" TEXT,
    "language" TEXT NOT NULL,
    "roleUntil" DATETIME,
    "tokenHash" TEXT NOT NULL,
    "invitedById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" DATETIME,
    "expiresAt" DATETIME NOT NULL,
    "acceptedAt" DATETIME,
    "acceptedById" TEXT,
    "revokedAt" DATETIME,
    CONSTRAINT "Invitation_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Invitation_localGroupId_fkey" FOREIGN KEY ("localGroupId") REFERENCES "LocalGroup" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Invitation_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Handover" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "networkId" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "things" JSONB NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Handover_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Handover_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Handover_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Activity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "chain" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL DEFAULT '',
    "networkId" TEXT,
    "personId" TEXT,
    "kind" TEXT NOT NULL,
    "reach" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "partnershipId" TEXT,
    "documentId" TEXT,
    "before" JSONB,
    "after" JSONB,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Activity_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Activity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Activity_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Activity" ("after", "at", "before", "documentId", "id", "kind", "networkId", "personId", "reach", "subjectId") SELECT "after", "at", "before", "documentId", "id", "kind", "networkId", "personId", "reach", "subjectId" FROM "Activity";
DROP TABLE "Activity";
ALTER TABLE "new_Activity" RENAME TO "Activity";
CREATE INDEX "Activity_chain_position_idx" ON "Activity"("chain", "position");
CREATE INDEX "Activity_networkId_at_idx" ON "Activity"("networkId", "at");
CREATE INDEX "Activity_networkId_personId_at_idx" ON "Activity"("networkId", "personId", "at");
CREATE INDEX "Activity_networkId_partnershipId_at_idx" ON "Activity"("networkId", "partnershipId", "at");
CREATE INDEX "Activity_documentId_at_idx" ON "Activity"("documentId", "at");
CREATE TABLE "new_Document" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "networkId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT NOT NULL,
    "responsibleId" TEXT,
    "visibility" TEXT NOT NULL DEFAULT 'draft',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedVisibility" TEXT,
    "publishedTitle" TEXT,
    "publishedText" TEXT,
    "publishedLanguage" TEXT,
    "publishedRevision" INTEGER,
    "publishedAt" DATETIME,
    "publishedById" TEXT,
    CONSTRAINT "Document_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Document_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Document_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Document_responsibleId_fkey" FOREIGN KEY ("responsibleId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Document_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Document" ("createdAt", "createdById", "id", "kind", "language", "networkId", "partnershipId", "publishedAt", "publishedById", "publishedLanguage", "publishedRevision", "publishedText", "publishedTitle", "publishedVisibility", "revision", "text", "title", "updatedAt") SELECT "createdAt", "createdById", "id", "kind", "language", "networkId", "partnershipId", "publishedAt", "publishedById", "publishedLanguage", "publishedRevision", "publishedText", "publishedTitle", "publishedVisibility", "revision", "text", "title", "updatedAt" FROM "Document";
DROP TABLE "Document";
ALTER TABLE "new_Document" RENAME TO "Document";
CREATE INDEX "Document_networkId_kind_idx" ON "Document"("networkId", "kind");
CREATE INDEX "Document_partnershipId_idx" ON "Document"("partnershipId");
CREATE TABLE "new_Membership" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "networkId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "partnershipId" TEXT,
    "localGroupId" TEXT,
    "role" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "until" DATETIME,
    CONSTRAINT "Membership_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Membership_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Membership_localGroupId_fkey" FOREIGN KEY ("localGroupId") REFERENCES "LocalGroup" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Membership" ("id", "networkId", "partnershipId", "personId", "role", "since", "until") SELECT "id", "networkId", "partnershipId", "personId", "role", "since", "until" FROM "Membership";
DROP TABLE "Membership";
ALTER TABLE "new_Membership" RENAME TO "Membership";
CREATE INDEX "Membership_personId_networkId_idx" ON "Membership"("personId", "networkId");
CREATE INDEX "Membership_networkId_idx" ON "Membership"("networkId");
CREATE TABLE "new_Network" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "startsOn" TEXT,
    "endsOn" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'open',
    "budget" INTEGER,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO "new_Network" ("createdAt", "endsOn", "id", "isDemo", "name", "programme", "slug", "startsOn", "theme", "type") SELECT "createdAt", "endsOn", "id", "isDemo", "name", "programme", "slug", "startsOn", "theme", "type" FROM "Network";
DROP TABLE "Network";
ALTER TABLE "new_Network" RENAME TO "Network";
CREATE UNIQUE INDEX "Network_slug_key" ON "Network"("slug");
CREATE TABLE "new_Partnership" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "networkId" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT,
    "replacedById" TEXT,
    "budget" INTEGER,
    CONSTRAINT "Partnership_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Partnership_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Partnership_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "Partnership" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Partnership" ("id", "institutionId", "networkId", "role", "since", "until") SELECT "id", "institutionId", "networkId", "role", "since", "until" FROM "Partnership";
DROP TABLE "Partnership";
ALTER TABLE "new_Partnership" RENAME TO "Partnership";
CREATE UNIQUE INDEX "Partnership_replacedById_key" ON "Partnership"("replacedById");
CREATE INDEX "Partnership_networkId_idx" ON "Partnership"("networkId");
CREATE TABLE "new_Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "timeZone" TEXT NOT NULL DEFAULT 'Europe/Brussels',
    "colours" TEXT NOT NULL DEFAULT 'system',
    "colour" INTEGER NOT NULL DEFAULT 0,
    "hasShortcuts" BOOLEAN NOT NULL DEFAULT true,
    "isAdministrator" BOOLEAN NOT NULL DEFAULT false,
    "speaks" TEXT NOT NULL DEFAULT '',
    "deactivatedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);
INSERT INTO "new_Person" ("colour", "colours", "createdAt", "deactivatedAt", "email", "emailVerified", "hasShortcuts", "id", "image", "isAdministrator", "language", "name", "timeZone", "updatedAt") SELECT "colour", "colours", "createdAt", "deactivatedAt", "email", "emailVerified", "hasShortcuts", "id", "image", "isAdministrator", "language", "name", "timeZone", "updatedAt" FROM "Person";
DROP TABLE "Person";
ALTER TABLE "new_Person" RENAME TO "Person";
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "NetworkName_networkId_idx" ON "NetworkName"("networkId");

-- CreateIndex
CREATE INDEX "Phase_networkId_position_idx" ON "Phase"("networkId", "position");

-- CreateIndex
CREATE INDEX "BudgetSource_partnershipId_position_idx" ON "BudgetSource"("partnershipId", "position");

-- CreateIndex
CREATE INDEX "LocalGroup_partnershipId_idx" ON "LocalGroup"("partnershipId");

-- CreateIndex
CREATE INDEX "LocalGroup_networkId_idx" ON "LocalGroup"("networkId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_networkId_createdAt_idx" ON "Invitation"("networkId", "createdAt");

-- CreateIndex
CREATE INDEX "Invitation_email_idx" ON "Invitation"("email");

-- CreateIndex
CREATE INDEX "Handover_networkId_at_idx" ON "Handover"("networkId", "at");

-- What is there already: whose city it concerns, which chain it belongs to, who looks after it. The rows are sealed at the next start.
UPDATE "Activity" SET "chain" = COALESCE("networkId", 'house'),
  "partnershipId" = (SELECT "partnershipId" FROM "Document" WHERE "Document"."id" = "Activity"."documentId");
UPDATE "Document" SET "responsibleId" = "createdById";
