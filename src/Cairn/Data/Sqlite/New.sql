CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "People" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_People" PRIMARY KEY,
    "Zone" TEXT NOT NULL,
    "DayStart" TEXT NOT NULL,
    "Language" TEXT NULL,
    "Dial" TEXT NOT NULL,
    "Created" TEXT NOT NULL
);

CREATE TABLE "Beliefs" (
    "PersonId" TEXT NOT NULL CONSTRAINT "PK_Beliefs" PRIMARY KEY,
    "Through" TEXT NOT NULL,
    "State" BLOB NOT NULL,
    CONSTRAINT "FK_Beliefs_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Goals" (
    "PersonId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Why" TEXT NULL,
    "Area" TEXT NOT NULL,
    "Created" TEXT NOT NULL,
    "Source" TEXT NULL,
    CONSTRAINT "PK_Goals" PRIMARY KEY ("PersonId", "Id"),
    CONSTRAINT "FK_Goals_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Steps" (
    "PersonId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "GoalId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    "Created" TEXT NOT NULL,
    "Source" TEXT NULL,
    CONSTRAINT "PK_Steps" PRIMARY KEY ("PersonId", "Id"),
    CONSTRAINT "FK_Steps_Goals_PersonId_GoalId" FOREIGN KEY ("PersonId", "GoalId") REFERENCES "Goals" ("PersonId", "Id") ON DELETE CASCADE
);

CREATE TABLE "Confidences" (
    "PersonId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "StepId" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "Amount" REAL NOT NULL,
    "Rating" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "PK_Confidences" PRIMARY KEY ("PersonId", "Id"),
    CONSTRAINT "FK_Confidences_Steps_PersonId_StepId" FOREIGN KEY ("PersonId", "StepId") REFERENCES "Steps" ("PersonId", "Id") ON DELETE CASCADE
);

CREATE TABLE "Entries" (
    "PersonId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "StepId" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "Zone" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    "Tier" TEXT NULL,
    "Amount" REAL NULL,
    "ThatWasAll" INTEGER NOT NULL,
    "Reason" TEXT NOT NULL,
    "Note" TEXT NULL,
    "SupersededBy" TEXT NULL,
    "Source" TEXT NULL,
    "Floor" REAL NOT NULL,
    "FloorChance" REAL NOT NULL,
    "Stretch" REAL NOT NULL,
    "StretchChance" REAL NOT NULL,
    "Target" REAL NOT NULL,
    "TargetChance" REAL NOT NULL,
    CONSTRAINT "PK_Entries" PRIMARY KEY ("PersonId", "Id"),
    CONSTRAINT "FK_Entries_Steps_PersonId_StepId" FOREIGN KEY ("PersonId", "StepId") REFERENCES "Steps" ("PersonId", "Id") ON DELETE CASCADE
);

CREATE TABLE "StepVersions" (
    "PersonId" TEXT NOT NULL,
    "StepId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "From" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Unit" TEXT NOT NULL,
    "Scale" TEXT NOT NULL,
    "Stated" REAL NOT NULL,
    "WorstDay" REAL NULL,
    "Enough" REAL NULL,
    "Pinned" REAL NULL,
    "Cue" TEXT NULL,
    "Times" INTEGER NOT NULL,
    "PerDays" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Written" TEXT NOT NULL,
    CONSTRAINT "PK_StepVersions" PRIMARY KEY ("PersonId", "StepId", "Number"),
    CONSTRAINT "FK_StepVersions_Steps_PersonId_StepId" FOREIGN KEY ("PersonId", "StepId") REFERENCES "Steps" ("PersonId", "Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Confidences_PersonId_StepId" ON "Confidences" ("PersonId", "StepId");

CREATE INDEX "IX_Entries_PersonId_Day" ON "Entries" ("PersonId", "Day");

CREATE UNIQUE INDEX "IX_Entries_PersonId_Source" ON "Entries" ("PersonId", "Source");

CREATE UNIQUE INDEX "OneEntryCountsPerStepAndDay" ON "Entries" ("PersonId", "StepId", "Day") WHERE "SupersededBy" IS NULL;

CREATE UNIQUE INDEX "IX_Goals_PersonId_Source" ON "Goals" ("PersonId", "Source");

CREATE INDEX "IX_Steps_PersonId_GoalId" ON "Steps" ("PersonId", "GoalId");

CREATE UNIQUE INDEX "IX_Steps_PersonId_Source" ON "Steps" ("PersonId", "Source");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124131541_First', '10.0.15');

ALTER TABLE "StepVersions" ADD "Ladder" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125103947_Ladder', '10.0.15');

DELETE FROM "Beliefs";

DROP INDEX "OneEntryCountsPerStepAndDay";

ALTER TABLE "StepVersions" ADD "Action" TEXT NULL;

ALTER TABLE "People" ADD "Celebration" TEXT NOT NULL DEFAULT 'Full';

ALTER TABLE "People" ADD "Evening" TEXT NOT NULL DEFAULT '17:00:00';

ALTER TABLE "People" ADD "OpenSteps" INTEGER NOT NULL DEFAULT 5;

ALTER TABLE "Entries" ADD "Kind" TEXT NOT NULL DEFAULT 'Practice';

ALTER TABLE "Beliefs" ADD "Stones" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "DayWords" (
    "PersonId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "Zone" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "StepId" TEXT NULL,
    "SupersededBy" TEXT NULL,
    "Kind" TEXT NOT NULL,
    "Reserve" INTEGER NULL,
    "Feel" TEXT NULL,
    "Text" TEXT NULL,
    "GoalId" TEXT NULL,
    "Until" TEXT NULL,
    CONSTRAINT "PK_DayWords" PRIMARY KEY ("PersonId", "Id"),
    CONSTRAINT "FK_DayWords_Goals_PersonId_GoalId" FOREIGN KEY ("PersonId", "GoalId") REFERENCES "Goals" ("PersonId", "Id"),
    CONSTRAINT "FK_DayWords_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_DayWords_Steps_PersonId_StepId" FOREIGN KEY ("PersonId", "StepId") REFERENCES "Steps" ("PersonId", "Id")
);

CREATE UNIQUE INDEX "OneEntryCountsPerStepAndDay" ON "Entries" ("PersonId", "StepId", "Day") WHERE "SupersededBy" IS NULL AND "Kind" <> 'Moment';

CREATE INDEX "IX_DayWords_PersonId_Day" ON "DayWords" ("PersonId", "Day");

CREATE INDEX "IX_DayWords_PersonId_GoalId" ON "DayWords" ("PersonId", "GoalId");

CREATE INDEX "IX_DayWords_PersonId_StepId" ON "DayWords" ("PersonId", "StepId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125105955_DayWords', '10.0.15');

ALTER TABLE "StepVersions" ADD "Days" TEXT NULL;

ALTER TABLE "StepVersions" ADD "GoodEnough" TEXT NULL;

ALTER TABLE "StepVersions" ADD "Obstacle" TEXT NULL;

ALTER TABLE "StepVersions" ADD "Place" TEXT NULL;

ALTER TABLE "StepVersions" ADD "PlanB" TEXT NULL;

ALTER TABLE "StepVersions" ADD "Rehearsed" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "StepVersions" ADD "Time" TEXT NULL;

ALTER TABLE "Goals" ADD "State" TEXT NOT NULL DEFAULT 'Open';

CREATE TABLE "GoalVersions" (
    "PersonId" TEXT NOT NULL,
    "GoalId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "From" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Why" TEXT NULL,
    "Area" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Written" TEXT NOT NULL,
    "Action" TEXT NULL,
    CONSTRAINT "PK_GoalVersions" PRIMARY KEY ("PersonId", "GoalId", "Number"),
    CONSTRAINT "FK_GoalVersions_Goals_PersonId_GoalId" FOREIGN KEY ("PersonId", "GoalId") REFERENCES "Goals" ("PersonId", "Id") ON DELETE CASCADE
);

CREATE TABLE "Outlines" (
    "PersonId" TEXT NOT NULL,
    "Owner" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Packed" BLOB NOT NULL,
    "Written" TEXT NOT NULL,
    CONSTRAINT "PK_Outlines" PRIMARY KEY ("PersonId", "Owner", "Kind", "Number"),
    CONSTRAINT "FK_Outlines_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Routines" (
    "PersonId" TEXT NOT NULL,
    "RoutineId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "From" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "StepIds" TEXT NOT NULL,
    "Minutes" INTEGER NULL,
    "Archived" INTEGER NOT NULL,
    "Written" TEXT NOT NULL,
    "Action" TEXT NULL,
    CONSTRAINT "PK_Routines" PRIMARY KEY ("PersonId", "RoutineId", "Number"),
    CONSTRAINT "FK_Routines_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125112952_GoalsMadeSmall', '10.0.15');

ALTER TABLE "People" ADD "RatesFeelings" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "DayWords" ADD "Answers" TEXT NULL;

ALTER TABLE "DayWords" ADD "Content" TEXT NULL;

ALTER TABLE "DayWords" ADD "Period" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125114638_CheckIns', '10.0.15');

ALTER TABLE "Entries" ADD "Truth" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127164105_SaidLine', '10.0.15');

ALTER TABLE "Beliefs" ADD "Momentum" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127170259_MomentumStand', '10.0.15');

ALTER TABLE "DayWords" ADD "Last" TEXT NULL;

ALTER TABLE "DayWords" ADD "Question" TEXT NULL;

ALTER TABLE "DayWords" ADD "Seed" INTEGER NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127190607_Insights', '10.0.15');

ALTER TABLE "People" ADD "HiddenFigures" TEXT NOT NULL DEFAULT '';

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127192833_HiddenFigures', '10.0.15');

ALTER TABLE "DayWords" ADD "Truth" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127193124_NoticedTruth', '10.0.15');

CREATE TABLE "AccessKeys" (
    "PersonId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Scopes" TEXT NOT NULL,
    "Hash" BLOB NOT NULL,
    "Created" TEXT NOT NULL,
    "Expires" TEXT NULL,
    "LastUsed" TEXT NULL,
    CONSTRAINT "PK_AccessKeys" PRIMARY KEY ("PersonId", "Id"),
    CONSTRAINT "FK_AccessKeys_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127225845_AccessKeys', '10.0.15');

CREATE TABLE "Accounts" (
    "PersonId" TEXT NOT NULL CONSTRAINT "PK_Accounts" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "NameKey" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Password" TEXT NULL,
    "WrongTries" INTEGER NOT NULL,
    "RestsUntil" TEXT NULL,
    "Created" TEXT NOT NULL,
    CONSTRAINT "FK_Accounts_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Links" (
    "PersonId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Secret" BLOB NOT NULL,
    "Created" TEXT NOT NULL,
    "Expires" TEXT NOT NULL,
    "Used" TEXT NULL,
    CONSTRAINT "PK_Links" PRIMARY KEY ("PersonId", "Id"),
    CONSTRAINT "FK_Links_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Passkeys" (
    "PersonId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "CredentialId" BLOB NOT NULL,
    "PublicKey" BLOB NOT NULL,
    "Device" TEXT NOT NULL,
    "SignCount" INTEGER NOT NULL,
    "Transports" TEXT NOT NULL,
    "IsUserVerified" INTEGER NOT NULL,
    "IsBackupEligible" INTEGER NOT NULL,
    "IsBackedUp" INTEGER NOT NULL,
    "Created" TEXT NOT NULL,
    "Used" TEXT NULL,
    CONSTRAINT "PK_Passkeys" PRIMARY KEY ("PersonId", "Id"),
    CONSTRAINT "FK_Passkeys_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE TABLE "RecoveryCodes" (
    "PersonId" TEXT NOT NULL,
    "Hash" BLOB NOT NULL,
    CONSTRAINT "PK_RecoveryCodes" PRIMARY KEY ("PersonId", "Hash"),
    CONSTRAINT "FK_RecoveryCodes_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE TABLE "SecurityEvents" (
    "PersonId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    CONSTRAINT "PK_SecurityEvents" PRIMARY KEY ("PersonId", "Id"),
    CONSTRAINT "FK_SecurityEvents_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Sessions" (
    "PersonId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Secret" BLOB NOT NULL,
    "Device" TEXT NOT NULL,
    "Created" TEXT NOT NULL,
    "Seen" TEXT NOT NULL,
    CONSTRAINT "PK_Sessions" PRIMARY KEY ("PersonId", "Id"),
    CONSTRAINT "FK_Sessions_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_Accounts_NameKey" ON "Accounts" ("NameKey");

CREATE UNIQUE INDEX "IX_Passkeys_CredentialId" ON "Passkeys" ("CredentialId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127233022_Accounts', '10.0.15');

CREATE INDEX "DoneTasks" ON "Entries" ("PersonId", "StepId", "Day") WHERE "SupersededBy" IS NULL AND "Kind" = 'Task' AND "Outcome" = 'Won';

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128015515_DoneTasks', '10.0.15');

ALTER TABLE "Sessions" ADD "IsVouchedFor" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "ProviderIdentities" (
    "PersonId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Issuer" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Created" TEXT NOT NULL,
    "Used" TEXT NULL,
    CONSTRAINT "PK_ProviderIdentities" PRIMARY KEY ("PersonId", "Id"),
    CONSTRAINT "FK_ProviderIdentities_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_ProviderIdentities_Issuer_Subject" ON "ProviderIdentities" ("Issuer", "Subject");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128021829_Provider', '10.0.15');

ALTER TABLE "Links" ADD "GoalId" TEXT NULL;

ALTER TABLE "Links" ADD "Shows" TEXT NULL;

CREATE TABLE "Cheers" (
    "PersonId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "GoalId" TEXT NOT NULL,
    "FromId" TEXT NULL,
    "Text" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Shown" TEXT NULL,
    CONSTRAINT "PK_Cheers" PRIMARY KEY ("PersonId", "Id"),
    CONSTRAINT "FK_Cheers_Goals_PersonId_GoalId" FOREIGN KEY ("PersonId", "GoalId") REFERENCES "Goals" ("PersonId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Cheers_People_FromId" FOREIGN KEY ("FromId") REFERENCES "People" ("Id")
);

CREATE TABLE "Looks" (
    "PersonId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "GoalId" TEXT NOT NULL,
    "ById" TEXT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "PK_Looks" PRIMARY KEY ("PersonId", "Id"),
    CONSTRAINT "FK_Looks_Goals_PersonId_GoalId" FOREIGN KEY ("PersonId", "GoalId") REFERENCES "Goals" ("PersonId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Looks_People_ById" FOREIGN KEY ("ById") REFERENCES "People" ("Id")
);

CREATE TABLE "Supporters" (
    "PersonId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "GoalId" TEXT NOT NULL,
    "SupporterId" TEXT NOT NULL,
    "Sees" TEXT NOT NULL,
    "Since" TEXT NOT NULL,
    CONSTRAINT "PK_Supporters" PRIMARY KEY ("PersonId", "Id"),
    CONSTRAINT "FK_Supporters_Goals_PersonId_GoalId" FOREIGN KEY ("PersonId", "GoalId") REFERENCES "Goals" ("PersonId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Supporters_People_SupporterId" FOREIGN KEY ("SupporterId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Cheers_FromId" ON "Cheers" ("FromId");

CREATE INDEX "IX_Cheers_PersonId_GoalId" ON "Cheers" ("PersonId", "GoalId");

CREATE INDEX "IX_Looks_ById" ON "Looks" ("ById");

CREATE INDEX "IX_Looks_PersonId_GoalId" ON "Looks" ("PersonId", "GoalId");

CREATE UNIQUE INDEX "IX_Supporters_PersonId_GoalId_SupporterId" ON "Supporters" ("PersonId", "GoalId", "SupporterId");

CREATE INDEX "IX_Supporters_SupporterId" ON "Supporters" ("SupporterId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128025556_Supporters', '10.0.15');

CREATE TABLE "SharedNotes" (
    "PersonId" TEXT NOT NULL,
    "SupportId" TEXT NOT NULL,
    "EntryId" TEXT NOT NULL,
    CONSTRAINT "PK_SharedNotes" PRIMARY KEY ("PersonId", "SupportId", "EntryId"),
    CONSTRAINT "FK_SharedNotes_Entries_PersonId_EntryId" FOREIGN KEY ("PersonId", "EntryId") REFERENCES "Entries" ("PersonId", "Id") ON DELETE CASCADE,
    CONSTRAINT "FK_SharedNotes_Supporters_PersonId_SupportId" FOREIGN KEY ("PersonId", "SupportId") REFERENCES "Supporters" ("PersonId", "Id") ON DELETE CASCADE
);

CREATE INDEX "IX_SharedNotes_PersonId_EntryId" ON "SharedNotes" ("PersonId", "EntryId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128055239_SharedNotes', '10.0.15');

