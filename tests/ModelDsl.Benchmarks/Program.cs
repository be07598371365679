return ModelDsl.Benchmarks.CommandLine.Run(args);
