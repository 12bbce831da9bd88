-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "networkId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "documentId" TEXT,
    "commentId" TEXT,
    "at" DATETIME NOT NULL,
    "readAt" DATETIME,
    "doneAt" DATETIME,
    "snoozedUntil" DATETIME,
    "mailBy" DATETIME,
    "mailId" TEXT,
    CONSTRAINT "Notice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Notice_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Notice_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Notice_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "QueuedMail" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NoticeMark" (
    "chain" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Attention" (
    "personId" TEXT NOT NULL,
    "networkId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "placeId" TEXT NOT NULL,
    "wish" TEXT NOT NULL,

    PRIMARY KEY ("personId", "place", "placeId"),
    CONSTRAINT "Attention_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Attention_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NoticeWay" (
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "way" TEXT NOT NULL,

    PRIMARY KEY ("personId", "kind"),
    CONSTRAINT "NoticeWay_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QueuedMail" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" DATETIME NOT NULL,
    "triedAt" DATETIME,
    "settledAt" DATETIME,
    "problem" TEXT,
    CONSTRAINT "QueuedMail_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Notice_personId_doneAt_readAt_at_idx" ON "Notice"("personId", "doneAt", "readAt", "at");

-- CreateIndex
CREATE INDEX "Notice_mailBy_idx" ON "Notice"("mailBy");

-- CreateIndex
CREATE INDEX "Notice_snoozedUntil_idx" ON "Notice"("snoozedUntil");

-- CreateIndex
CREATE INDEX "Notice_mailId_idx" ON "Notice"("mailId");

-- CreateIndex
CREATE INDEX "Notice_networkId_idx" ON "Notice"("networkId");

-- CreateIndex
CREATE INDEX "Notice_documentId_idx" ON "Notice"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_personId_activityId_key" ON "Notice"("personId", "activityId");

-- CreateIndex
CREATE INDEX "Attention_place_placeId_idx" ON "Attention"("place", "placeId");

-- CreateIndex
CREATE INDEX "Attention_networkId_idx" ON "Attention"("networkId");

-- CreateIndex
CREATE INDEX "QueuedMail_state_nextTryAt_idx" ON "QueuedMail"("state", "nextTryAt");

-- CreateIndex
CREATE INDEX "QueuedMail_personId_idx" ON "QueuedMail"("personId");

-- What has happened before is no news: of every chain there is, notices are made from here on.
INSERT INTO "NoticeMark" ("chain", "position") SELECT "chain", "position" FROM "ChainHead" WHERE "chain" <> 'house';
