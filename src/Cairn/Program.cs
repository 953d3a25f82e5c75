return await Cairn.Commands.CommandLine.Run(args);
