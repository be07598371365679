return Digits.CommandLine.Run(args);
