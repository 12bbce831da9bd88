-- CreateTable
CREATE TABLE "Task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "documentId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "assigneeId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "workingPlace" INTEGER,
    "publishedPlace" INTEGER,
    "isDone" BOOLEAN NOT NULL,
    "isBoxTicked" BOOLEAN NOT NULL,
    "tickedById" TEXT,
    "tickedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Task_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Task_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Task_tickedById_fkey" FOREIGN KEY ("tickedById") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TaskReminder" (
    "personId" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "nearness" TEXT NOT NULL,
    "noticeId" TEXT,

    PRIMARY KEY ("personId", "taskId", "day", "nearness"),
    CONSTRAINT "TaskReminder_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TaskReminder_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TaskReminder_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Task_documentId_idx" ON "Task"("documentId");

-- CreateIndex
CREATE INDEX "Task_assigneeId_isDone_day_idx" ON "Task"("assigneeId", "isDone", "day");

-- CreateIndex
CREATE INDEX "TaskReminder_noticeId_idx" ON "TaskReminder"("noticeId");

-- CreateIndex
CREATE INDEX "TaskReminder_taskId_idx" ON "TaskReminder"("taskId");
