return Tumors.CommandLine.Run(args);
